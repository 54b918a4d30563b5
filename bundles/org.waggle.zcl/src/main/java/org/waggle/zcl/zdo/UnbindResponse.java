package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Unbind_rsp, 0x8022. */
public record UnbindResponse(ZdoStatus status) implements ZdoCommand {

  static final int CLUSTER_ID = 0x8022;

  static UnbindResponse read(ZclReader reader) {
    return new UnbindResponse(ZdoStatus.read(reader));
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
