package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Mgmt_Leave_rsp, 0x8034. */
public record MgmtLeaveResponse(ZdoStatus status) implements ZdoCommand {

  static final int CLUSTER_ID = 0x8034;

  static MgmtLeaveResponse read(ZclReader reader) {
    return new MgmtLeaveResponse(ZdoStatus.read(reader));
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
  }
}
