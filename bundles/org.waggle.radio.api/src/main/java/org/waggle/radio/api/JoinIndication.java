package org.waggle.radio.api;

import org.waggle.zcl.IeeeAddress;

/**
 * What the trust center did with a device that came to the network.
 *
 * @param parentAddress network address of the router it came through
 */
public record JoinIndication(
    IeeeAddress ieeeAddress, int networkAddress, int parentAddress, Kind kind) {

  /** How the device came. */
  public enum Kind {
    /** For the first time, or after a reset. */
    JOINED,
    /** It had the network key. */
    SECURED_REJOIN,
    /** It had lost the network key. */
    UNSECURED_REJOIN,
    /** It was not let in. */
    DENIED
  }
}
