package org.waggle.zcl.zdo;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Device_annce, 0x0013: a device joined or rejoined.
 *
 * @param networkAddress 0..0xFFFF
 */
public record DeviceAnnounce(
    int networkAddress, IeeeAddress ieeeAddress, MacCapabilities capabilities)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0013;

  static DeviceAnnounce read(ZclReader reader) {
    return new DeviceAnnounce(
        reader.uint16(), reader.ieeeAddress(), new MacCapabilities(reader.uint8()));
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint16(networkAddress).ieeeAddress(ieeeAddress).uint8(capabilities.flags());
  }
}
