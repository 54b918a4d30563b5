package org.waggle.zcl;

/**
 * Default Response, 0x0B (ZCL 2.5.12).
 *
 * @param commandId the command that is answered, 0..0xFF
 */
public record DefaultResponse(int commandId, ZclStatus status) implements ZclCommand {

  static final int ID = 0x0B;

  static DefaultResponse read(ZclReader reader) {
    return new DefaultResponse(reader.uint8(), reader.status());
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(commandId).status(status);
  }
}
