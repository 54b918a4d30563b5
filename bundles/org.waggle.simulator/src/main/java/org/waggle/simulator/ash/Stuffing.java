package org.waggle.simulator.ash;

import java.io.ByteArrayOutputStream;

/** The bytes with a meaning of their own on the line (UG101, section 4.2). */
final class Stuffing {

  static final int FLAG = 0x7E;
  static final int ESCAPE = 0x7D;
  static final int XON = 0x11;
  static final int XOFF = 0x13;
  static final int SUBSTITUTE = 0x18;
  static final int CANCEL = 0x1A;
  static final int FLIP = 0x20;

  private Stuffing() {}

  /** Writes {@code frame}, its CRC and the closing flag, as they go over the line. */
  static void write(byte[] frame, int crc, ByteArrayOutputStream line) {
    for (byte b : frame) {
      write(b & 0xFF, line);
    }
    write(crc >> 8, line);
    write(crc & 0xFF, line);
    line.write(FLAG);
  }

  private static void write(int value, ByteArrayOutputStream line) {
    if (isReserved(value)) {
      line.write(ESCAPE);
      line.write(value ^ FLIP);
    } else {
      line.write(value);
    }
  }

  private static boolean isReserved(int value) {
    return switch (value) {
      case FLAG, ESCAPE, XON, XOFF, SUBSTITUTE, CANCEL -> true;
      default -> false;
    };
  }
}
