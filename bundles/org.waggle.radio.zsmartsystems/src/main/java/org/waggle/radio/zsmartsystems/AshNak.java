package org.waggle.radio.zsmartsystems;

import java.util.Arrays;

/**
 * Mends the NAK frames of the library (UG101, 2.3): it leaves out their control byte, so that
 * coordinators ignore them and repeat a damaged frame only after their time-out of 1.6 s.
 */
final class AshNak {

  private static final int NAK = 0xA0;
  private static final int FLAG = 0x7E;
  private static final int ESCAPE = 0x7D;
  private static final int ESCAPED = 0x20;
  private static final String RESERVED = "\u007E\u007D\u0011\u0013\u0018\u001A";

  private AshNak() {}

  /** Whether {@code frame} is what the library writes for a NAK: the checksum of nothing. */
  static boolean isBroken(byte[] frame) {
    return frame.length == 3
        && frame[0] == (byte) 0xFF
        && frame[1] == (byte) 0xFF
        && frame[2] == FLAG;
  }

  /**
   * The frame that the library means.
   *
   * @param number of the next frame expected, 0..7
   */
  static byte[] of(int number) {
    int control = NAK | number;
    int checksum = checksum(control);
    byte[] frame = new byte[6];
    int length = 0;
    for (int octet : new int[] {control, checksum >> 8, checksum & 0xFF}) {
      if (RESERVED.indexOf(octet) >= 0) {
        frame[length++] = ESCAPE;
        octet ^= ESCAPED;
      }
      frame[length++] = (byte) octet;
    }
    frame[length++] = FLAG;
    return Arrays.copyOf(frame, length);
  }

  /** CRC-CCITT, most significant bit first, of one octet. */
  private static int checksum(int octet) {
    int crc = 0xFFFF ^ octet << 8;
    for (int bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
    }
    return crc & 0xFFFF;
  }
}
