package org.waggle.zcl;

import java.util.List;

/** Report Attributes, 0x0A (ZCL 2.5.11). */
public record ReportAttributes(List<AttributeValue> attributes) implements ZclCommand {

  static final int ID = 0x0A;

  public ReportAttributes {
    attributes = List.copyOf(attributes);
  }

  static ReportAttributes read(ZclReader reader) {
    return new ReportAttributes(reader.someToEnd(AttributeValue::readReported));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    attributes.forEach(attribute -> attribute.write(writer));
  }
}
