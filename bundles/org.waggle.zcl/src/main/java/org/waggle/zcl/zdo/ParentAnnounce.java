package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Parent_annce, 0x001F: a router that restarted lists its children. */
public record ParentAnnounce(List<IeeeAddress> children) implements ZdoCommand {

  static final int CLUSTER_ID = 0x001F;

  public ParentAnnounce {
    children = List.copyOf(children);
  }

  static ParentAnnounce read(ZclReader reader) {
    return new ParentAnnounce(reader.list(reader.uint8(), ZclReader::ieeeAddress));
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(children.size());
    children.forEach(writer::ieeeAddress);
  }
}
