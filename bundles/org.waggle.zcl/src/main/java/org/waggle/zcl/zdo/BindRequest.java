package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Bind_req, 0x0021: creates an entry of the receiver's binding table. */
public record BindRequest(BindingTableEntry binding) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0021;

  static BindRequest read(ZclReader reader) {
    return new BindRequest(BindingTableEntry.read(reader));
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    binding.write(writer);
  }
}
