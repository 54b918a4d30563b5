package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * What a node is able to (Zigbee specification 2.3.2.3).
 *
 * @param fragmentationSupported meaningful from {@link #stackRevision} 23 on
 * @param apsFlags 0..7
 * @param frequencyBand 0..0x1F; bit 3 is 2.4 GHz
 * @param manufacturerCode 0..0xFFFF
 * @param maximumBufferSize octets of a network frame's payload, 0..0xFF
 * @param maximumIncomingTransferSize octets of an APS payload, fragmented or not, 0..0xFFFF
 * @param serverMask 0..0xFFFF; bit 0: primary trust center, bit 6: network manager
 * @param maximumOutgoingTransferSize octets of an APS payload, fragmented or not, 0..0xFFFF
 * @param descriptorCapabilities 0..0xFF
 */
public record NodeDescriptor(
    LogicalType logicalType,
    boolean complexDescriptorAvailable,
    boolean userDescriptorAvailable,
    boolean fragmentationSupported,
    int apsFlags,
    int frequencyBand,
    MacCapabilities macCapabilities,
    int manufacturerCode,
    int maximumBufferSize,
    int maximumIncomingTransferSize,
    int serverMask,
    int maximumOutgoingTransferSize,
    int descriptorCapabilities) {

  /** The revision of the Zigbee specification the stack complies with; 0 before 21. */
  public int stackRevision() {
    return serverMask >> 9;
  }

  static NodeDescriptor read(ZclReader reader) {
    int first = reader.uint8();
    int second = reader.uint8();
    return new NodeDescriptor(
        LogicalType.of(first & 0x07),
        (first & 0x08) != 0,
        (first & 0x10) != 0,
        (first & 0x20) != 0,
        second & 0x07,
        second >> 3,
        new MacCapabilities(reader.uint8()),
        reader.uint16(),
        reader.uint8(),
        reader.uint16(),
        reader.uint16(),
        reader.uint16(),
        reader.uint8());
  }

  void write(ZclWriter writer) {
    writer
        .uint8(
            logicalType.value()
                | (complexDescriptorAvailable ? 0x08 : 0)
                | (userDescriptorAvailable ? 0x10 : 0)
                | (fragmentationSupported ? 0x20 : 0))
        .uint8(apsFlags | frequencyBand << 3)
        .uint8(macCapabilities.flags())
        .uint16(manufacturerCode)
        .uint8(maximumBufferSize)
        .uint16(maximumIncomingTransferSize)
        .uint16(serverMask)
        .uint16(maximumOutgoingTransferSize)
        .uint8(descriptorCapabilities);
  }
}
