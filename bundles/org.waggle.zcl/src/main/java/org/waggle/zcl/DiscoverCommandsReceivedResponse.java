package org.waggle.zcl;

import java.util.List;

/**
 * Discover Commands Received Response, 0x12 (ZCL 2.5.19).
 *
 * @param complete whether there are no further commands
 * @param commandIds 0..0xFF each
 */
public record DiscoverCommandsReceivedResponse(boolean complete, List<Integer> commandIds)
    implements ZclCommand {

  static final int ID = 0x12;

  public DiscoverCommandsReceivedResponse {
    commandIds = List.copyOf(commandIds);
  }

  static DiscoverCommandsReceivedResponse read(ZclReader reader) {
    return new DiscoverCommandsReceivedResponse(
        reader.uint8() != 0, reader.toEnd(ZclReader::uint8));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(complete ? 1 : 0);
    commandIds.forEach(writer::uint8);
  }
}
