package org.waggle.radio.ember.ash;

/**
 * Makes reserved octets rare in data fields: combines them with a pseudo-random sequence (UG101,
 * 4.3). The same operation brings the data back.
 */
final class Randomizer {

  private static final byte[] SEQUENCE = sequence();

  private Randomizer() {}

  private static byte[] sequence() {
    byte[] sequence = new byte[Control.LONGEST_DATA];
    int next = 0x42;
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = (byte) next;
      next = (next & 1) == 0 ? next >> 1 : (next >> 1) ^ 0xB8;
    }
    return sequence;
  }

  /**
   * @param length up to {@link Control#LONGEST_DATA}
   */
  static void apply(byte[] octets, int offset, int length) {
    for (int i = 0; i < length; i++) {
      octets[offset + i] ^= SEQUENCE[i];
    }
  }
}
