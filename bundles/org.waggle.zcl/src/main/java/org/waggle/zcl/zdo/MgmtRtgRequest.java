package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Rtg_req, 0x0032: a page of the routing table.
 *
 * @param startIndex 0..0xFF
 */
public record MgmtRtgRequest(int startIndex) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0032;

  static MgmtRtgRequest read(ZclReader reader) {
    return new MgmtRtgRequest(reader.uint8());
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
