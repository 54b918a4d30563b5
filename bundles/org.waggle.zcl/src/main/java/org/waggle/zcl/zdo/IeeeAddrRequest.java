package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * IEEE_addr_req, 0x0001: the IEEE address of a device.
 *
 * @param extended whether the answer is to list the associated devices too
 * @param startIndex of the first associated device in the answer, 0..0xFF
 */
public record IeeeAddrRequest(int networkAddress, boolean extended, int startIndex)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0001;

  static IeeeAddrRequest read(ZclReader reader) {
    return new IeeeAddrRequest(reader.uint16(), reader.uint8() == 1, reader.uint8());
  }

  /** Asks for the device alone, without the devices associated with it. */
  public static IeeeAddrRequest single(int networkAddress) {
    return new IeeeAddrRequest(networkAddress, false, 0);
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint16(networkAddress).uint8(extended ? 1 : 0).uint8(startIndex);
  }
}
