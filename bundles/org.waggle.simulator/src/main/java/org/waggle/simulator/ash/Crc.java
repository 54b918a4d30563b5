package org.waggle.simulator.ash;

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start value 0xFFFF (UG101, section 2.3). */
final class Crc {

  static final int START = 0xFFFF;

  private static final int[] TABLE = table();

  private Crc() {}

  static int of(byte[] bytes, int length) {
    int crc = START;
    for (int i = 0; i < length; i++) {
      crc = next(crc, bytes[i]);
    }
    return crc;
  }

  /** The CRC with one byte more. */
  static int next(int crc, int value) {
    return (crc << 8 ^ TABLE[(crc >> 8 ^ value) & 0xFF]) & 0xFFFF;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int value = 0; value < 256; value++) {
      int crc = value << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
      table[value] = crc & 0xFFFF;
    }
    return table;
  }
}
