package org.waggle.simulator.ezsp;

/** The way to the host; tells whether a callback is on its way. */
interface HostCallbacks {

  boolean send(EzspCallback callback);

  /** {@code acknowledged} runs when the host has it; never if it is lost in a restart. */
  boolean send(EzspCallback callback, Runnable acknowledged);
}
