package org.waggle.zcl;

import java.util.List;
import java.util.Optional;

/**
 * Discover Attributes Extended Response, 0x16 (ZCL 2.5.23).
 *
 * @param complete whether there are no further attributes
 */
public record DiscoverAttributesExtendedResponse(boolean complete, List<Entry> attributes)
    implements ZclCommand {

  static final int ID = 0x16;

  /**
   * One attribute of the cluster.
   *
   * @param attributeId 0..0xFFFF
   * @param typeId as on the wire, 0..0xFF; it may be no ZCL type
   * @param access bit 0: readable, bit 1: writeable, bit 2: reportable
   */
  public record Entry(int attributeId, int typeId, int access) {

    public Optional<ZclType> type() {
      return ZclType.of(typeId);
    }

    private static Entry read(ZclReader reader) {
      return new Entry(reader.uint16(), reader.uint8(), reader.uint8());
    }
  }

  public DiscoverAttributesExtendedResponse {
    attributes = List.copyOf(attributes);
  }

  static DiscoverAttributesExtendedResponse read(ZclReader reader) {
    return new DiscoverAttributesExtendedResponse(reader.uint8() != 0, reader.toEnd(Entry::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(complete ? 1 : 0);
    attributes.forEach(
        entry -> writer.uint16(entry.attributeId).uint8(entry.typeId).uint8(entry.access));
  }
}
