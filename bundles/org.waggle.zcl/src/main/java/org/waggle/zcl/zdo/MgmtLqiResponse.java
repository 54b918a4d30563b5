package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Lqi_rsp, 0x8031.
 *
 * @param total how many entries the table has, 0..0xFF; 0 on failure
 * @param startIndex of the first entry here, 0..0xFF
 * @param entries none on failure
 */
public record MgmtLqiResponse(
    ZdoStatus status, int total, int startIndex, List<NeighborTableEntry> entries)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8031;

  public MgmtLqiResponse {
    entries = List.copyOf(entries);
  }

  static MgmtLqiResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? new MgmtLqiResponse(
            status,
            reader.uint8(),
            reader.uint8(),
            reader.list(reader.uint8(), NeighborTableEntry::read))
        : failed(status);
  }

  public static MgmtLqiResponse failed(ZdoStatus status) {
    return new MgmtLqiResponse(status, 0, 0, List.of());
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
