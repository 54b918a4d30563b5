package org.waggle.zcl;

/**
 * A general command whose id the ZCL does not define.
 *
 * @param id 0x17..0xFF
 */
public record UnknownCommand(int id, Octets payload) implements ZclCommand {

  @Override
  public void write(ZclWriter writer) {
    writer.octets(payload);
  }
}
