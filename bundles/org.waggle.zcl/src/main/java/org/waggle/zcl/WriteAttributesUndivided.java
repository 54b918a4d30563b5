package org.waggle.zcl;

import java.util.List;

/** Write Attributes Undivided, 0x03 (ZCL 2.5.4): the receiver writes all attributes or none. */
public record WriteAttributesUndivided(List<AttributeValue> attributes) implements ZclCommand {

  static final int ID = 0x03;

  public WriteAttributesUndivided {
    attributes = List.copyOf(attributes);
  }

  static WriteAttributesUndivided read(ZclReader reader) {
    return new WriteAttributesUndivided(reader.someToEnd(AttributeValue::read));
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
