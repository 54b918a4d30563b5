package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.Octets;

/** {@code EmberKeyData}: a key of 128 bits. Logs do not show it. */
public record EmberKey(Octets octets) {

  public static final int SIZE = 16;
  public static final EmberKey NONE = new EmberKey(Octets.of(new byte[SIZE]));

  /**
   * @throws IllegalArgumentException unless there are {@link #SIZE} octets
   */
  public EmberKey {
    if (octets.size() != SIZE) {
      throw new IllegalArgumentException("A key has " + SIZE + " octets, not " + octets.size());
    }
  }

  @Override
  public String toString() {
    return "EmberKey";
  }
}
