package org.waggle.simulator.ash;

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

  static boolean isReserved(int value) {
    return switch (value) {
      case FLAG, ESCAPE, XON, XOFF, SUBSTITUTE, CANCEL -> true;
      default -> false;
    };
  }
}
