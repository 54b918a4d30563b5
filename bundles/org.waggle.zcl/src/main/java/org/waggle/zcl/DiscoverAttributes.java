package org.waggle.zcl;

/**
 * Discover Attributes, 0x0C (ZCL 2.5.13).
 *
 * @param startAttributeId 0..0xFFFF
 * @param maximum how many attributes the response may name, 0..0xFF
 */
public record DiscoverAttributes(int startAttributeId, int maximum) implements ZclCommand {

  static final int ID = 0x0C;

  static DiscoverAttributes read(ZclReader reader) {
    return new DiscoverAttributes(reader.uint16(), reader.uint8());
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
