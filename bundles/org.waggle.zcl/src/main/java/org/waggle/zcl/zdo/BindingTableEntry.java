package org.waggle.zcl.zdo;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * One binding: what the source endpoint sends of a cluster goes to the target.
 *
 * @param sourceEndpoint 1..254
 * @param clusterId 0..0xFFFF
 */
public record BindingTableEntry(
    IeeeAddress source, int sourceEndpoint, int clusterId, BindingTarget target) {

  static BindingTableEntry read(ZclReader reader) {
    return new BindingTableEntry(
        reader.ieeeAddress(), reader.uint8(), reader.uint16(), BindingTarget.read(reader));
  }

  void write(ZclWriter writer) {
    writer.ieeeAddress(source).uint8(sourceEndpoint).uint16(clusterId);
    BindingTarget.write(target, writer);
  }
}
