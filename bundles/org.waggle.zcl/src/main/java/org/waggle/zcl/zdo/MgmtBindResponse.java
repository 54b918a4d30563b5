package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_Bind_rsp, 0x8033.
 *
 * @param total how many entries the table has, 0..0xFF; 0 on failure
 * @param startIndex of the first entry here, 0..0xFF
 * @param entries none on failure
 */
public record MgmtBindResponse(
    ZdoStatus status, int total, int startIndex, List<BindingTableEntry> entries)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8033;

  public MgmtBindResponse {
    entries = List.copyOf(entries);
  }

  static MgmtBindResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? new MgmtBindResponse(
            status,
            reader.uint8(),
            reader.uint8(),
            reader.list(reader.uint8(), BindingTableEntry::read))
        : failed(status);
  }

  public static MgmtBindResponse failed(ZdoStatus status) {
    return new MgmtBindResponse(status, 0, 0, List.of());
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
