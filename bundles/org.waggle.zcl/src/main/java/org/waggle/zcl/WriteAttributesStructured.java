package org.waggle.zcl;

import java.util.List;

/** Write Attributes Structured, 0x0F (ZCL 2.5.16). */
public record WriteAttributesStructured(List<Entry> entries) implements ZclCommand {

  static final int ID = 0x0F;

  /**
   * One attribute, or a part of it, and its new value.
   *
   * @param attributeId 0..0xFFFF
   */
  public record Entry(int attributeId, Selector selector, ZclValue value) {

    private static Entry read(ZclReader reader) {
      return new Entry(reader.uint16(), Selector.read(reader), reader.typedValue());
    }

    private void write(ZclWriter writer) {
      selector.write(writer.uint16(attributeId));
      writer.typedValue(value);
    }
  }

  public WriteAttributesStructured {
    entries = List.copyOf(entries);
  }

  static WriteAttributesStructured read(ZclReader reader) {
    return new WriteAttributesStructured(reader.someToEnd(Entry::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    entries.forEach(entry -> entry.write(writer));
  }
}
