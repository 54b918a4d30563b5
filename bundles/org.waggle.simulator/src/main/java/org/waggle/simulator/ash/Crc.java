package org.waggle.simulator.ash;

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start value 0xFFFF (UG101, section 2.3). */
final class Crc {

  private static final int[] TABLE = table();

  private Crc() {}

  static int of(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc = (crc << 8 ^ TABLE[(crc >> 8 ^ bytes[i]) & 0xFF]) & 0xFFFF;
    }
    return crc;
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
