package org.waggle.zcl.zdo;

/**
 * The MAC capability flags of a node (Zigbee specification 2.3.2.3.6).
 *
 * @param flags 0..0xFF
 */
public record MacCapabilities(int flags) {

  /** Bit 0. */
  public boolean isAlternatePanCoordinator() {
    return (flags & 0x01) != 0;
  }

  /** Bit 1: a full function device, able to route. */
  public boolean isFullFunctionDevice() {
    return (flags & 0x02) != 0;
  }

  /** Bit 2. */
  public boolean isMainsPowered() {
    return (flags & 0x04) != 0;
  }

  /** Bit 3: not sleepy. */
  public boolean isReceiverOnWhenIdle() {
    return (flags & 0x08) != 0;
  }

  /** Bit 6. */
  public boolean isSecurityCapable() {
    return (flags & 0x40) != 0;
  }

  /** Bit 7. */
  public boolean isAllocateAddress() {
    return (flags & 0x80) != 0;
  }
}
