package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Rtg_rsp, 0x8032.
 *
 * @param total how many entries the table has, 0..0xFF; 0 on failure
 * @param startIndex of the first entry here, 0..0xFF
 * @param entries none on failure
 */
public record MgmtRtgResponse(
    ZdoStatus status, int total, int startIndex, List<RoutingTableEntry> entries)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8032;

  public MgmtRtgResponse {
    entries = List.copyOf(entries);
  }

  static MgmtRtgResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? new MgmtRtgResponse(
            status,
            reader.uint8(),
            reader.uint8(),
            reader.list(reader.uint8(), RoutingTableEntry::read))
        : failed(status);
  }

  public static MgmtRtgResponse failed(ZdoStatus status) {
    return new MgmtRtgResponse(status, 0, 0, List.of());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    if (status.isSuccess()) {
      writer.uint8(total).uint8(startIndex).uint8(entries.size());
      entries.forEach(entry -> entry.write(writer));
    }
  }
}
