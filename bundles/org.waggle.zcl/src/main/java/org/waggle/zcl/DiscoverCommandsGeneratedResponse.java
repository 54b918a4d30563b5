package org.waggle.zcl;

import java.util.List;

/**
 * Discover Commands Generated Response, 0x14 (ZCL 2.5.21).
 *
 * @param complete whether there are no further commands
 * @param commandIds 0..0xFF each
 */
public record DiscoverCommandsGeneratedResponse(boolean complete, List<Integer> commandIds)
    implements ZclCommand {

  static final int ID = 0x14;

  public DiscoverCommandsGeneratedResponse {
    commandIds = List.copyOf(commandIds);
  }

  static DiscoverCommandsGeneratedResponse read(ZclReader reader) {
    return new DiscoverCommandsGeneratedResponse(
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
