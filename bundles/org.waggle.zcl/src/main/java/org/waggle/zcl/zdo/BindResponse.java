package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Bind_rsp, 0x8021. */
public record BindResponse(ZdoStatus status) implements ZdoCommand {

  static final int CLUSTER_ID = 0x8021;

  static BindResponse read(ZclReader reader) {
    return new BindResponse(ZdoStatus.read(reader));
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
