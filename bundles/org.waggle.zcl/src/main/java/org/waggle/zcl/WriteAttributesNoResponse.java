package org.waggle.zcl;

import java.util.List;

/** Write Attributes No Response, 0x05 (ZCL 2.5.6). */
public record WriteAttributesNoResponse(List<AttributeValue> attributes) implements ZclCommand {

  static final int ID = 0x05;

  public WriteAttributesNoResponse {
    attributes = List.copyOf(attributes);
  }

  static WriteAttributesNoResponse read(ZclReader reader) {
    return new WriteAttributesNoResponse(reader.someToEnd(AttributeValue::read));
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
