package org.waggle.zcl.zdo;

import java.util.Optional;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * IEEE_addr_rsp, 0x8001.
 *
 * @param mapping present on success, and on failure if the sender gave it
 */
public record IeeeAddrResponse(ZdoStatus status, Optional<AddressMapping> mapping)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8001;

  /**
   * @throws IllegalArgumentException if there is success without a mapping
   */
  public IeeeAddrResponse {
    if (status.isSuccess() && mapping.isEmpty()) {
      throw new IllegalArgumentException("success without a mapping");
    }
  }

  static IeeeAddrResponse read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    Optional<AddressMapping> mapping = AddressMapping.read(reader);
    if (status.isSuccess() && mapping.isEmpty()) {
      throw reader.malformed("success without addresses");
    }
    return new IeeeAddrResponse(status, mapping);
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
