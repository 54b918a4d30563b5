package org.waggle.simulator.device;

import java.util.Comparator;
import java.util.OptionalInt;

/** The identity of an attribute within a cluster: two manufacturers may use the same id. */
public record AttributeKey(OptionalInt manufacturerCode, int id)
    implements Comparable<AttributeKey> {

  private static final Comparator<AttributeKey> ORDER =
      Comparator.<AttributeKey>comparingInt(key -> key.manufacturerCode.orElse(-1))
          .thenComparingInt(AttributeKey::id);

  /** An attribute that the ZCL defines. */
  public static AttributeKey standard(int id) {
    return new AttributeKey(OptionalInt.empty(), id);
  }

  @Override
  public int compareTo(AttributeKey other) {
    return ORDER.compare(this, other);
  }

  /** The id in hexadecimal, with the manufacturer code after an {@code @} if there is one. */
  @Override
  public String toString() {
    String text = String.format("0x%04x", id);
    return manufacturerCode.isPresent()
        ? text + String.format("@0x%04x", manufacturerCode.getAsInt())
        : text;
  }
}
