package org.waggle.zcl.zdo;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * NWK_addr_req, 0x0000: the network address of a device.
 *
 * @param extended whether the answer is to list the associated devices too
 * @param startIndex of the first associated device in the answer, 0..0xFF
 */
public record NwkAddrRequest(IeeeAddress ieeeAddress, boolean extended, int startIndex)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0000;

  static NwkAddrRequest read(ZclReader reader) {
    return new NwkAddrRequest(reader.ieeeAddress(), reader.uint8() == 1, reader.uint8());
  }

  /** Asks for the device alone, without the devices associated with it. */
  public static NwkAddrRequest single(IeeeAddress ieeeAddress) {
    return new NwkAddrRequest(ieeeAddress, false, 0);
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.ieeeAddress(ieeeAddress).uint8(extended ? 1 : 0).uint8(startIndex);
  }
}
