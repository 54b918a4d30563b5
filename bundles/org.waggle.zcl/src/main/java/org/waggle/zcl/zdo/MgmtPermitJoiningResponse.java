package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Mgmt_Permit_Joining_rsp, 0x8036. */
public record MgmtPermitJoiningResponse(ZdoStatus status) implements ZdoCommand {

  static final int CLUSTER_ID = 0x8036;

  static MgmtPermitJoiningResponse read(ZclReader reader) {
    return new MgmtPermitJoiningResponse(ZdoStatus.read(reader));
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
