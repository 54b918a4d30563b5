package org.waggle.radio.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.SerialPortInfo;

/** The serial ports as the driver knows them, where there is no sysfs to ask. */
final class DriverPorts {

  private static final Logger LOG = LoggerFactory.getLogger(DriverPorts.class);

  private static final String UNKNOWN = "Unknown";

  private DriverPorts() {}

  static List<SerialPortInfo> list() {
    try {
      return StableIds.distinct(
          Arrays.stream(SerialPort.getCommPorts())
              .map(port -> new StableIds.Port(info(port), port.getPortLocation()))
              .toList());
    } catch (LinkageError e) {
      LOG.warn("There is no serial port driver for this machine", e);
      return List.of();
    }
  }

  private static SerialPortInfo info(SerialPort port) {
    OptionalInt vendor = id(port.getVendorID());
    OptionalInt product = id(port.getProductID());
    String serial = known(port.getSerialNumber());
    return new SerialPortInfo(
        port.getSystemPortPath(),
        StableIds.ofUsb(vendor, product, serial, ""),
        vendor,
        product,
        serial,
        known(port.getManufacturer()),
        Optional.ofNullable(port.getPortDescription()).orElse(""));
  }

  private static OptionalInt id(int value) {
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static String known(String text) {
    return text == null || text.equals(UNKNOWN) ? "" : text;
  }
}
