package org.waggle.zcl;

/**
 * Discover Commands Generated, 0x13 (ZCL 2.5.20).
 *
 * @param startCommandId 0..0xFF
 * @param maximum how many commands the response may name, 0..0xFF
 */
public record DiscoverCommandsGenerated(int startCommandId, int maximum) implements ZclCommand {

  static final int ID = 0x13;

  static DiscoverCommandsGenerated read(ZclReader reader) {
    return new DiscoverCommandsGenerated(reader.uint8(), reader.uint8());
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(startCommandId).uint8(maximum);
  }
}
