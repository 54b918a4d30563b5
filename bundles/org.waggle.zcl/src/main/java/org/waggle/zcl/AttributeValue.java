package org.waggle.zcl;

/**
 * An attribute with its value, as reports and writes carry it.
 *
 * @param attributeId 0..0xFFFF
 */
public record AttributeValue(int attributeId, ZclValue value) {

  static AttributeValue read(ZclReader reader) {
    return new AttributeValue(reader.uint16(), reader.typedValue());
  }

  void write(ZclWriter writer) {
    writer.uint16(attributeId).typedValue(value);
  }
}
