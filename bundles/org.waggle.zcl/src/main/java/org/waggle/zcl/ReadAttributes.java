package org.waggle.zcl;

import java.util.List;

/**
 * Read Attributes, 0x00 (ZCL 2.5.1).
 *
 * @param attributeIds 0..0xFFFF each
 */
public record ReadAttributes(List<Integer> attributeIds) implements ZclCommand {

  static final int ID = 0x00;

  public ReadAttributes {
    attributeIds = List.copyOf(attributeIds);
  }

  static ReadAttributes read(ZclReader reader) {
    return new ReadAttributes(reader.someToEnd(ZclReader::uint16));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    attributeIds.forEach(writer::uint16);
  }
}
