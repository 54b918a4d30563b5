package org.waggle.zcl;

/**
 * What became of one attribute of a write.
 *
 * @param attributeId 0..0xFFFF
 */
public record AttributeStatus(ZclStatus status, int attributeId) {

  static AttributeStatus read(ZclReader reader) {
    return new AttributeStatus(reader.status(), reader.uint16());
  }

  void write(ZclWriter writer) {
    writer.status(status).uint16(attributeId);
  }
}
