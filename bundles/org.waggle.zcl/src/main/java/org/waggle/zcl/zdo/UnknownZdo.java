package org.waggle.zcl.zdo;

import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclWriter;

/**
 * A ZDO command that has no record here.
 *
 * @param clusterId 0..0xFFFF
 * @param payload without the sequence number
 */
public record UnknownZdo(int clusterId, Octets payload) implements ZdoCommand {

  @Override
  public void write(ZclWriter writer) {
    writer.octets(payload);
  }
}
