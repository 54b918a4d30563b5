package org.waggle.zcl;

/**
 * An attribute with its value, as reports and writes carry it.
 *
 * @param attributeId 0..0xFFFF
 */
public record AttributeValue(int attributeId, ZclValue value) {

  private static final int XIAOMI = 0xFF01;
  private static final int LONGEST_STRING = 0xFE;

  /** Reads what a device reports or answers. */
  static AttributeValue readReported(ZclReader reader) {
    int attributeId = reader.uint16();
    return new AttributeValue(attributeId, reportedValue(reader, attributeId));
  }

  /**
   * Reads type and value. Xiaomi's struct comes as a character string whose length is sometimes
   * wrong; it is the last attribute of its frame, so its octets are all that are left.
   */
  static ZclValue reportedValue(ZclReader reader, int attributeId) {
    ZclType type = reader.type();
    if (attributeId != XIAOMI || type != ZclType.CHARACTER_STRING || !reader.hasMore()) {
      return reader.value(type);
    }
    if (reader.uint8() > LONGEST_STRING) {
      return ZclValue.absent(type);
    }
    Octets octets = reader.rest();
    return new ZclValue(type, octets.slice(0, Math.min(octets.size(), LONGEST_STRING)));
  }

  static AttributeValue read(ZclReader reader) {
    return new AttributeValue(reader.uint16(), reader.typedValue());
  }

  void write(ZclWriter writer) {
    writer.uint16(attributeId).typedValue(value);
  }
}
