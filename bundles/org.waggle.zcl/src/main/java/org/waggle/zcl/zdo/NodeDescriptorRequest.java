package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Node_Desc_req, 0x0002.
 *
 * @param networkAddress of interest, 0..0xFFFF
 */
public record NodeDescriptorRequest(int networkAddress) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0002;

  static NodeDescriptorRequest read(ZclReader reader) {
    return new NodeDescriptorRequest(reader.uint16());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint16(networkAddress);
  }
}
