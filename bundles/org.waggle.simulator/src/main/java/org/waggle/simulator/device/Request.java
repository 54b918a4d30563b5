package org.waggle.simulator.device;

import org.waggle.simulator.air.ApsMessage;
import org.waggle.zcl.ZclHeader;

/** How a command came. */
public record Request(ApsMessage message, ZclHeader header) {

  /** Whether it was for this device alone: only then errors are worth a response. */
  public boolean isUnicast() {
    return message.cast() == ApsMessage.Cast.UNICAST;
  }
}
