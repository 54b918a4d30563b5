package org.waggle.radio.serial;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waggle.radio.api.SerialPortInfo;

/** Names for ports that stay the same over unplugging and restarts. */
final class StableIds {

  private StableIds() {}

  /**
   * A port and where it is plugged in.
   *
   * @param location such as {@code 1-1.2}
   */
  record Port(SerialPortInfo info, String location) {}

  /**
   * @param serialNumber empty if there is none
   * @param part of a device with several ports; else empty
   * @return empty without a USB identity
   */
  static Optional<String> ofUsb(
      OptionalInt vendor, OptionalInt product, String serialNumber, String part) {
    if (vendor.isEmpty() || product.isEmpty()) {
      return Optional.empty();
    }
    HexFormat hex = HexFormat.of();
    String id =
        "usb-"
            + hex.toHexDigits((short) vendor.getAsInt())
            + "-"
            + hex.toHexDigits((short) product.getAsInt());
    return Optional.of(
        id
            + (serialNumber.isEmpty() ? "" : "-" + serialNumber.replaceAll("[^\\w.-]", "_"))
            + (part.isEmpty() ? "" : "-" + part));
  }

  /** Adds to an id that several ports have, sticks without serial numbers, where each is. */
  static List<SerialPortInfo> distinct(List<Port> ports) {
    Map<Optional<String>, Long> counts =
        ports.stream()
            .map(port -> port.info.stableId())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return ports.stream()
        .map(
            port ->
                counts.getOrDefault(port.info.stableId(), 0L) > 1
                    ? withStableId(
                        port.info, port.info.stableId().map(id -> id + "-at-" + port.location))
                    : port.info)
        .toList();
  }

  private static SerialPortInfo withStableId(SerialPortInfo info, Optional<String> stableId) {
    return new SerialPortInfo(
        info.path(),
        stableId,
        info.vendorId(),
        info.productId(),
        info.serialNumber(),
        info.manufacturer(),
        info.product());
  }
}
