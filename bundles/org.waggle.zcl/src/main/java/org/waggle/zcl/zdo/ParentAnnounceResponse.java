package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Parent_annce_rsp, 0x801F.
 *
 * @param children those that now have another parent
 */
public record ParentAnnounceResponse(ZdoStatus status, List<IeeeAddress> children)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x801F;

  public ParentAnnounceResponse {
    children = List.copyOf(children);
  }

  static ParentAnnounceResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return new ParentAnnounceResponse(
        status,
        status.isSuccess() ? reader.list(reader.uint8(), ZclReader::ieeeAddress) : List.of());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    if (status.isSuccess()) {
      writer.uint8(children.size());
      children.forEach(writer::ieeeAddress);
    }
  }
}
