package org.waggle.zcl;

import java.util.List;

/** Write Attributes, 0x02 (ZCL 2.5.3): the receiver writes each attribute it can. */
public record WriteAttributes(List<AttributeValue> attributes) implements ZclCommand {

  static final int ID = 0x02;

  public WriteAttributes {
    attributes = List.copyOf(attributes);
  }

  static WriteAttributes read(ZclReader reader) {
    return new WriteAttributes(reader.someToEnd(AttributeValue::read));
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
