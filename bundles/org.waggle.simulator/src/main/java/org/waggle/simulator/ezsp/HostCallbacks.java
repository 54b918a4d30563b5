package org.waggle.simulator.ezsp;

/** The way to the host. */
interface HostCallbacks {

  void send(EzspCallback callback);

  /** {@code acknowledged} runs when the host has it. */
  void send(EzspCallback callback, Runnable acknowledged);
}
