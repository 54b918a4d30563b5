package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_NWK_Update_notify, 0x8038: the result of an energy scan.
 *
 * @param channels that were scanned, bit n for channel n
 * @param transmissions 0..0xFFFF
 * @param failures 0..0xFFFF
 * @param energies 0..0xFF, one per channel that was scanned, lowest channel first
 */
public record MgmtNwkUpdateNotify(
    ZdoStatus status, long channels, int transmissions, int failures, List<Integer> energies)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x8038;

  public MgmtNwkUpdateNotify {
    energies = List.copyOf(energies);
  }

  static MgmtNwkUpdateNotify read(ZclReader reader) {
    ZdoStatus status = ZdoStatus.read(reader);
    return status.isSuccess()
        ? new MgmtNwkUpdateNotify(
            status,
            reader.uint32(),
            reader.uint16(),
            reader.uint16(),
            reader.list(reader.uint8(), ZclReader::uint8))
        : failed(status);
  }

  public static MgmtNwkUpdateNotify failed(ZdoStatus status) {
    return new MgmtNwkUpdateNotify(status, 0, 0, 0, List.of());
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(status.code());
    if (status.isSuccess()) {
      writer.uint32(channels).uint16(transmissions).uint16(failures).uint8(energies.size());
      energies.forEach(writer::uint8);
    }
  }
}
