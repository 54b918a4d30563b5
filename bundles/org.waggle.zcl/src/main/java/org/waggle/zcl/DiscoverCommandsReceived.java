package org.waggle.zcl;

/**
 * Discover Commands Received, 0x11 (ZCL 2.5.18).
 *
 * @param startCommandId 0..0xFF
 * @param maximum how many commands the response may name, 0..0xFF
 */
public record DiscoverCommandsReceived(int startCommandId, int maximum) implements ZclCommand {

  static final int ID = 0x11;

  static DiscoverCommandsReceived read(ZclReader reader) {
    return new DiscoverCommandsReceived(reader.uint8(), reader.uint8());
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
