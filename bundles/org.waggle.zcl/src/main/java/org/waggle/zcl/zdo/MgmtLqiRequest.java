package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Lqi_req, 0x0031: a page of the neighbor table.
 *
 * @param startIndex 0..0xFF
 */
public record MgmtLqiRequest(int startIndex) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0031;

  static MgmtLqiRequest read(ZclReader reader) {
    return new MgmtLqiRequest(reader.uint8());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(startIndex);
  }
}
