package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Unbind_req, 0x0022: removes an entry of the receiver's binding table. */
public record UnbindRequest(BindingTableEntry binding) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0022;

  static UnbindRequest read(ZclReader reader) {
    return new UnbindRequest(BindingTableEntry.read(reader));
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
