package org.waggle.zcl;

/**
 * Discover Attributes Extended, 0x15 (ZCL 2.5.22).
 *
 * @param startAttributeId 0..0xFFFF
 * @param maximum how many attributes the response may name, 0..0xFF
 */
public record DiscoverAttributesExtended(int startAttributeId, int maximum) implements ZclCommand {

  static final int ID = 0x15;

  static DiscoverAttributesExtended read(ZclReader reader) {
    return new DiscoverAttributesExtended(reader.uint16(), reader.uint8());
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint16(startAttributeId).uint8(maximum);
  }
}
