package org.waggle.zcl;

import java.util.List;

/** Read Attributes Structured, 0x0E (ZCL 2.5.15). */
public record ReadAttributesStructured(List<Entry> entries) implements ZclCommand {

  static final int ID = 0x0E;

  /**
   * One attribute, or a part of it.
   *
   * @param attributeId 0..0xFFFF
   */
  public record Entry(int attributeId, Selector selector) {

    private static Entry read(ZclReader reader) {
      return new Entry(reader.uint16(), Selector.read(reader));
    }

    private void write(ZclWriter writer) {
      selector.write(writer.uint16(attributeId));
    }
  }

  public ReadAttributesStructured {
    entries = List.copyOf(entries);
  }

  static ReadAttributesStructured read(ZclReader reader) {
    return new ReadAttributesStructured(reader.someToEnd(Entry::read));
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
