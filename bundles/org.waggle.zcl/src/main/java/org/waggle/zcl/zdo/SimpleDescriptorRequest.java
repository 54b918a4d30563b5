package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Simple_Desc_req, 0x0004.
 *
 * @param networkAddress of interest, 0..0xFFFF
 * @param endpoint 1..254
 */
public record SimpleDescriptorRequest(int networkAddress, int endpoint) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0004;

  static SimpleDescriptorRequest read(ZclReader reader) {
    return new SimpleDescriptorRequest(reader.uint16(), reader.uint8());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint16(networkAddress).uint8(endpoint);
  }
}
