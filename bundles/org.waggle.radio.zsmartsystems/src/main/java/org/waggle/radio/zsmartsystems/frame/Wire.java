package org.waggle.radio.zsmartsystems.frame;

import org.waggle.zcl.Octets;

/** Conversions to and from the library's form of bytes: an {@code int} of 0..255 each. */
public final class Wire {

  private Wire() {}

  public static int[] values(Octets octets) {
    int[] values = new int[octets.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = octets.at(i);
    }
    return values;
  }

  /** The eight bytes of {@code value}, least significant first. */
  public static int[] littleEndian(long value) {
    int[] values = new int[Long.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) (value >>> (8 * i)) & 0xFF;
    }
    return values;
  }

  /** The number whose eight bytes, least significant first, are {@code values}. */
  public static long littleEndian(int[] values) {
    long value = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      value = value << 8 | (values[i] & 0xFF);
    }
    return value;
  }
}
