package org.waggle.radio.api;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A serial port of this machine and what is plugged in there.
 *
 * @param path what opens it now, such as {@code /dev/ttyUSB0} or {@code COM3}; another after a
 *     replug
 * @param stableId what stays the same over unplugging and restarts: the name below {@code
 *     /dev/serial/by-id}, or one made of the USB identity; empty for a port that is not on USB
 * @param vendorId USB idVendor, 16 bits
 * @param productId USB idProduct, 16 bits
 * @param serialNumber USB iSerial; empty if unknown
 * @param manufacturer USB iManufacturer; empty if unknown
 * @param product USB iProduct; empty if unknown
 */
public record SerialPortInfo(
    String path,
    Optional<String> stableId,
    OptionalInt vendorId,
    OptionalInt productId,
    String serialNumber,
    String manufacturer,
    String product) {}
