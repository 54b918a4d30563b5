package org.waggle.zcl.zdo;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Where the frames of a binding go. */
public sealed interface BindingTarget {

  /**
   * Address mode 1: all endpoints in a group.
   *
   * @param groupId 0..0xFFFF
   */
  record Group(int groupId) implements BindingTarget {}

  /**
   * Address mode 3: one endpoint of a device.
   *
   * @param endpoint 1..254
   */
  record Endpoint(IeeeAddress address, int endpoint) implements BindingTarget {}

  /** Reads address mode and target. */
  static BindingTarget read(ZclReader reader) {
    int mode = reader.uint8();
    return switch (mode) {
      case 1 -> new Group(reader.uint16());
      case 3 -> new Endpoint(reader.ieeeAddress(), reader.uint8());
      default -> throw reader.malformed("no address mode of a binding: " + mode);
    };
  }

  /** Writes address mode and target. */
  static void write(BindingTarget target, ZclWriter writer) {
    if (target instanceof Group group) {
      writer.uint8(1).uint16(group.groupId);
    } else if (target instanceof Endpoint endpoint) {
      writer.uint8(3).ieeeAddress(endpoint.address).uint8(endpoint.endpoint);
    }
  }
}
