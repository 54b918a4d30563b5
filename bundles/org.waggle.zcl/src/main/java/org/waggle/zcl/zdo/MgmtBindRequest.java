package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Bind_req, 0x0033: a page of the binding table.
 *
 * @param startIndex 0..0xFF
 */
public record MgmtBindRequest(int startIndex) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0033;

  static MgmtBindRequest read(ZclReader reader) {
    return new MgmtBindRequest(reader.uint8());
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
