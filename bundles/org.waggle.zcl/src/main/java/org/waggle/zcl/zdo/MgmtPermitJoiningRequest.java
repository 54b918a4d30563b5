package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Permit_Joining_req, 0x0036.
 *
 * @param duration seconds, 0..254; 0 closes, 255 (until closed) is refused by newer stacks
 * @param trustCenterSignificance whether the trust center is to follow; always set since R21
 */
public record MgmtPermitJoiningRequest(int duration, boolean trustCenterSignificance)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0036;

  static MgmtPermitJoiningRequest read(ZclReader reader) {
    return new MgmtPermitJoiningRequest(reader.uint8(), reader.uint8() != 0);
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(duration).uint8(trustCenterSignificance ? 1 : 0);
  }
}
