package org.waggle.zcl;

import java.util.List;

/**
 * Which part of a structured attribute is meant (ZCL 2.5.15.1).
 *
 * @param indexes 0..0xFFFF each, outermost first, at most 15; none means the whole attribute
 */
public record Selector(Operation operation, List<Integer> indexes) {

  /** What to do with the selected part. */
  public enum Operation {
    /** 0: read it, or write it as a whole. */
    WHOLE(0),
    /** 1: add an element to the set or bag. */
    ADD(1),
    /** 2: remove an element from the set or bag. */
    REMOVE(2);

    private static final List<Operation> BY_VALUE = List.of(values());

    private final int value;

    Operation(int value) {
      this.value = value;
    }
  }

  /** The whole attribute. */
  public static final Selector ALL = new Selector(Operation.WHOLE, List.of());

  /**
   * @throws IllegalArgumentException if there are more than 15 indexes
   */
  public Selector {
    indexes = List.copyOf(indexes);
    if (indexes.size() > 15) {
      throw new IllegalArgumentException("more than 15 indexes: " + indexes);
    }
  }

  static Selector read(ZclReader reader) {
    int indicator = reader.uint8();
    int operation = indicator >> 4;
    if (operation >= Operation.BY_VALUE.size()) {
      throw reader.malformed("reserved selector indicator " + indicator);
    }
    return new Selector(
        Operation.BY_VALUE.get(operation), reader.list(indicator & 0x0F, ZclReader::uint16));
  }

  void write(ZclWriter writer) {
    writer.uint8(operation.value << 4 | indexes.size());
    indexes.forEach(writer::uint16);
  }
}
