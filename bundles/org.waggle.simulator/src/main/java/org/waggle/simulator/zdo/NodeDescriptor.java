package org.waggle.simulator.zdo;

import org.waggle.simulator.wire.WireWriter;

/**
 * The node descriptor of a station.
 *
 * @param macCapabilities bit 1 full function, bit 2 mains powered, bit 3 listens when idle
 */
public record NodeDescriptor(
    Type type, int macCapabilities, int manufacturerCode, int serverMask, int maxBuffer) {

  /** The three logical types, in the order of their numbers. */
  public enum Type {
    COORDINATOR,
    ROUTER,
    END_DEVICE
  }

  private static final int BAND_2400_MHZ = 0x40;
  private static final int MAX_TRANSFER = 82;

  public boolean listensWhenIdle() {
    return (macCapabilities & 0x08) != 0;
  }

  void write(WireWriter out) {
    out.u8(type.ordinal())
        .u8(BAND_2400_MHZ)
        .u8(macCapabilities)
        .u16(manufacturerCode)
        .u8(maxBuffer)
        .u16(MAX_TRANSFER)
        .u16(serverMask)
        .u16(MAX_TRANSFER)
        .u8(0);
  }
}
