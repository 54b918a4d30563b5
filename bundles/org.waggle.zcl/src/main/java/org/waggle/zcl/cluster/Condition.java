package org.waggle.zcl.cluster;

import java.util.Map;

/** When a parameter of a command is present. */
public sealed interface Condition {

  /**
   * Whether it holds.
   *
   * @param values of the parameters ahead, as {@link CommandDefinition#decode} gives them
   * @param remaining octets of the payload; when encoding, {@link Integer#MAX_VALUE}
   */
  boolean holds(Map<String, Object> values, int remaining);

  /** There are at least so many octets left: what a sender may leave out. */
  record MinimumRemaining(int octets) implements Condition {

    @Override
    public boolean holds(Map<String, Object> values, int remaining) {
      return remaining >= octets;
    }
  }

  /**
   * All bits of {@code mask} are set in a parameter.
   *
   * @param reversed whether, instead, not all of them are
   */
  record BitmaskSet(String parameter, long mask, boolean reversed) implements Condition {

    @Override
    public boolean holds(Map<String, Object> values, int remaining) {
      return ((number(values, parameter) & mask) == mask) != reversed;
    }
  }

  /** {@code size} bits of a parameter, from bit {@code offset} on, are {@code value}. */
  record BitfieldEnum(String parameter, int offset, int size, long value) implements Condition {

    @Override
    public boolean holds(Map<String, Object> values, int remaining) {
      return (number(values, parameter) >> offset & (1L << size) - 1) == value;
    }
  }

  /**
   * A parameter is {@code value}.
   *
   * @param reversed whether, instead, it is not
   */
  record FieldEqual(String parameter, long value, boolean reversed) implements Condition {

    @Override
    public boolean holds(Map<String, Object> values, int remaining) {
      return (values.get(parameter) instanceof Number number && number.longValue() == value)
          != reversed;
    }
  }

  /** A parameter is greater than {@code value}. */
  record FieldGreater(String parameter, long value) implements Condition {

    @Override
    public boolean holds(Map<String, Object> values, int remaining) {
      return number(values, parameter) > value;
    }
  }

  private static long number(Map<String, Object> values, String parameter) {
    return values.get(parameter) instanceof Number number ? number.longValue() : 0;
  }
}
