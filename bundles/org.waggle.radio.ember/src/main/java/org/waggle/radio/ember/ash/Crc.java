package org.waggle.radio.ember.ash;

/** CRC-CCITT with the initial value 0xFFFF, most significant bit first (UG101, 2.3). */
final class Crc {

  static final int INITIAL = 0xFFFF;

  private static final int POLYNOMIAL = 0x1021;
  private static final char[] TABLE = table();

  private Crc() {}

  private static char[] table() {
    char[] table = new char[256];
    for (int octet = 0; octet < table.length; octet++) {
      int crc = octet << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
      }
      table[octet] = (char) crc;
    }
    return table;
  }

  /** The CRC of what {@code crc} is of, followed by an octet. */
  static int next(int crc, int octet) {
    return (crc << 8 & 0xFFFF) ^ TABLE[(crc >> 8 ^ octet) & 0xFF];
  }

  static int of(byte[] octets, int length) {
    int crc = INITIAL;
    for (int i = 0; i < length; i++) {
      crc = next(crc, octets[i]);
    }
    return crc;
  }
}
