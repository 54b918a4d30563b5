package org.waggle.zcl.zdo;

import java.util.Optional;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * NWK_addr_rsp, 0x8000.
 *
 * @param mapping present on success, and on failure if the sender gave it
 */
public record NwkAddrResponse(ZdoStatus status, Optional<AddressMapping> mapping)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8000;

  /**
   * @throws IllegalArgumentException if there is success without a mapping
   */
  public NwkAddrResponse {
    if (status.isSuccess() && mapping.isEmpty()) {
      throw new IllegalArgumentException("success without a mapping");
    }
  }

  static NwkAddrResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    Optional<AddressMapping> mapping = AddressMapping.read(reader);
    if (status.isSuccess() && mapping.isEmpty()) {
      throw reader.malformed("success without addresses");
    }
    return new NwkAddrResponse(status, mapping);
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    mapping.ifPresent(m -> m.write(writer));
  }
}
