package org.waggle.zcl;

import java.util.List;

/** Read Reporting Configuration, 0x08 (ZCL 2.5.9). */
public record ReadReportingConfiguration(List<Entry> entries) implements ZclCommand {

  static final int ID = 0x08;

  /**
   * Which configuration of an attribute is asked for.
   *
   * @param attributeId 0..0xFFFF
   */
  public record Entry(Direction direction, int attributeId) {

    private static Entry read(ZclReader reader) {
      return new Entry(reader.direction(), reader.uint16());
    }
  }

  public ReadReportingConfiguration {
    entries = List.copyOf(entries);
  }

  static ReadReportingConfiguration read(ZclReader reader) {
    return new ReadReportingConfiguration(reader.someToEnd(Entry::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    entries.forEach(entry -> writer.direction(entry.direction).uint16(entry.attributeId));
  }
}
