package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Active_EP_req, 0x0005.
 *
 * @param networkAddress of interest, 0..0xFFFF
 */
public record ActiveEndpointsRequest(int networkAddress) implements ZdoCommand {

  static final int CLUSTER_ID = 0x0005;

  static ActiveEndpointsRequest read(ZclReader reader) {
    return new ActiveEndpointsRequest(reader.uint16());
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
