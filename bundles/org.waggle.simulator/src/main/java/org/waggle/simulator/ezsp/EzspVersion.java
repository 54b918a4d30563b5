package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.Octets;

/**
 * A version of EZSP, and the stack that speaks it.
 *
 * @param number the protocol version; a host is to refuse those outside 8..19
 * @param stack major, minor, patch and special number of EmberZNet, four bits each
 */
public record EzspVersion(int number, int stack) {

  /** The version that is spoken unless another is chosen. */
  public static final int DEFAULT = 13;

  /** From here on statuses are sl_status, 32 bits, and come first. */
  static final int SL_STATUS = 14;

  private static final int GENERALLY_AVAILABLE = 0xAA;

  /**
   * @throws IllegalArgumentException if it is not 1..255
   */
  public static EzspVersion of(int number) {
    if (number < 1 || number > 0xFF) {
      throw new IllegalArgumentException("EZSP version is 1..255");
    }
    int stack =
        switch (number) {
          case 8 -> 0x6A30;
          case 9 -> 0x7130;
          case 10 -> 0x7200;
          case 11 -> 0x7230;
          case 12 -> 0x7310;
          case 13 -> 0x7440;
          case 14 -> 0x8020;
          case 15, 16 -> 0x8100;
          case 17 -> 0x8200;
          case 18 -> 0x8220;
          case 19 -> 0x9100;
          default -> number < 8 ? 0x6630 : 0x9F00;
        };
    return new EzspVersion(number, stack);
  }

  boolean since(int version) {
    return number >= version;
  }

  /** Whether frames have the header with two bytes of frame control. */
  boolean extended() {
    return since(8);
  }

  /** EmberVersion, seven bytes. */
  Octets information() {
    return new WireWriter()
        .u16(0)
        .u8(stack >> 12)
        .u8(stack >> 8 & 0xF)
        .u8(stack >> 4 & 0xF)
        .u8(stack & 0xF)
        .u8(GENERALLY_AVAILABLE)
        .toOctets();
  }
}
