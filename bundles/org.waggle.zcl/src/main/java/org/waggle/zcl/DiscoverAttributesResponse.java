package org.waggle.zcl;

import java.util.List;
import java.util.Optional;

/**
 * Discover Attributes Response, 0x0D (ZCL 2.5.14).
 *
 * @param complete whether there are no further attributes
 */
public record DiscoverAttributesResponse(boolean complete, List<Entry> attributes)
    implements ZclCommand {

  static final int ID = 0x0D;

  /**
   * One attribute of the cluster.
   *
   * @param attributeId 0..0xFFFF
   * @param typeId as on the wire, 0..0xFF; it may be no ZCL type
   */
  public record Entry(int attributeId, int typeId) {

    public Optional<ZclType> type() {
      return ZclType.of(typeId);
    }

    private static Entry read(ZclReader reader) {
      return new Entry(reader.uint16(), reader.uint8());
    }
  }

  public DiscoverAttributesResponse {
    attributes = List.copyOf(attributes);
  }

  static DiscoverAttributesResponse read(ZclReader reader) {
    return new DiscoverAttributesResponse(reader.uint8() != 0, reader.toEnd(Entry::read));
  }

  @Override
  public int id() {
    return ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint8(complete ? 1 : 0);
    attributes.forEach(entry -> writer.uint16(entry.attributeId).uint8(entry.typeId));
  }
}
