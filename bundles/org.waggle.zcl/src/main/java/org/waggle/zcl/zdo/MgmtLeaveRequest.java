package org.waggle.zcl.zdo;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Leave_req, 0x0034.
 *
 * @param device who is to leave; {@link IeeeAddress#NONE} for the receiver itself
 * @param removeChildren whether its children are to leave too
 * @param rejoin whether it is to come back at once
 */
public record MgmtLeaveRequest(IeeeAddress device, boolean removeChildren, boolean rejoin)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0034;

  private static final int REMOVE_CHILDREN = 0x40;
  private static final int REJOIN = 0x80;

  static MgmtLeaveRequest read(ZclReader reader) {
    IeeeAddress device = reader.ieeeAddress();
    int flags = reader.uint8();
    return new MgmtLeaveRequest(device, (flags & REMOVE_CHILDREN) != 0, (flags & REJOIN) != 0);
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer
        .ieeeAddress(device)
        .uint8((removeChildren ? REMOVE_CHILDREN : 0) | (rejoin ? REJOIN : 0));
  }
}
