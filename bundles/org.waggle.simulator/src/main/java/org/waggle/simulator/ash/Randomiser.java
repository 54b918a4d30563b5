package org.waggle.simulator.ash;

/** The pseudo-random sequence that data fields are XORed with (UG101, section 4.3). */
final class Randomiser {

  private static final int SEED = 0x42;
  private static final int POLYNOMIAL = 0xB8;
  private static final byte[] SEQUENCE = sequence();

  private Randomiser() {}

  /** Randomises, or restores, {@code bytes} in place from {@code from} on. */
  static void apply(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      bytes[i] ^= at(i - from);
    }
  }

  /** What the byte at {@code index} of a data field is XORed with. */
  static byte at(int index) {
    return SEQUENCE[index];
  }

  private static byte[] sequence() {
    byte[] sequence = new byte[256];
    int random = SEED;
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = (byte) random;
      random = (random & 1) == 0 ? random >> 1 : (random >> 1) ^ POLYNOMIAL;
    }
    return sequence;
  }
}
