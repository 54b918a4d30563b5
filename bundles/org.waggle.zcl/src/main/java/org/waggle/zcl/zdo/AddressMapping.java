package org.waggle.zcl.zdo;

import java.util.List;
import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * The two addresses of a device, with the devices associated with it if those were asked for.
 *
 * @param networkAddress 0..0xFFFF
 * @param startIndex of the first device listed, 0..0xFF
 * @param associatedDevices network addresses
 */
public record AddressMapping(
    IeeeAddress ieeeAddress, int networkAddress, int startIndex, List<Integer> associatedDevices) {

  private static final int ADDRESSES = 10;

  public AddressMapping {
    associatedDevices = List.copyOf(associatedDevices);
  }

  /** A mapping without associated devices. */
  public static AddressMapping of(IeeeAddress ieeeAddress, int networkAddress) {
    return new AddressMapping(ieeeAddress, networkAddress, 0, List.of());
  }

  /** Empty if there are not even the two addresses. */
  static Optional<AddressMapping> read(ZclReader reader) {
    if (reader.remaining() < ADDRESSES) {
      return Optional.empty();
    }
    IeeeAddress ieeeAddress = reader.ieeeAddress();
    int networkAddress = reader.uint16();
    int count = reader.hasMore() ? reader.uint8() : 0;
    return Optional.of(
        count == 0
            ? of(ieeeAddress, networkAddress)
            : new AddressMapping(
                ieeeAddress,
                networkAddress,
                reader.uint8(),
                reader.list(count, ZclReader::uint16)));
  }

  void write(ZclWriter writer) {
    writer.ieeeAddress(ieeeAddress).uint16(networkAddress);
    if (!associatedDevices.isEmpty()) {
      writer.uint8(associatedDevices.size()).uint8(startIndex);
      associatedDevices.forEach(writer::uint16);
    }
  }
}
