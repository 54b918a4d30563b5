package org.waggle.radio.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;

/** The serial ports of this machine, and whatever it reaches by TCP. */
@Component
public final class MachinePorts implements RadioPorts {

  private static final Path SYSFS = Path.of("/sys/class/tty");
  private static final Path DEVICES = Path.of("/dev");

  @Override
  public List<SerialPortInfo> serialPorts() {
    return Files.isDirectory(SYSFS) ? new SysfsPorts(SYSFS, DEVICES).list() : DriverPorts.list();
  }

  @Override
  public RadioPort open(String port, int baudRate, FlowControl flowControl) {
    return TcpAddress.isMeantBy(port)
        ? TcpPort.open(TcpAddress.of(port))
        : openSerial(port, baudRate, flowControl);
  }

  private RadioPort openSerial(String port, int baudRate, FlowControl flowControl) {
    try {
      return SerialDriver.open(port, baudRate, flowControl);
    } catch (RadioException e) {
      throw Files.exists(Path.of(port))
          ? e
          : new RadioException(e.reason(), e.getMessage() + "; " + others(), e);
    }
  }

  private String others() {
    String names =
        serialPorts().stream()
            .map(
                port -> port.path() + (port.product().isEmpty() ? "" : " (" + port.product() + ")"))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "there is no serial port at all" : "there are " + names;
  }
}
