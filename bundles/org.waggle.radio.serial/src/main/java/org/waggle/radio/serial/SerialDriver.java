package org.waggle.radio.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioSettings.FlowControl;

/** Opens serial ports: 8 data bits, no parity, 1 stop bit, for one program at a time. */
final class SerialDriver {

  private static final int NO_PERMISSION = 13;
  private static final int LOCKED = 11;
  private static final int BUSY = 16;

  /** Not the system's answer but the driver's own. */
  private static final int OURS_ALREADY = 2;

  private SerialDriver() {}

  static RadioPort open(String path, int baudRate, FlowControl flowControl) {
    if (Path.of(path).isAbsolute() && !Files.exists(Path.of(path))) {
      throw unavailable(path, "does not exist", null); // the driver would try others of that name
    }
    SerialPort driver;
    try {
      driver = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw unavailable(path, "does not exist", e);
    } catch (LinkageError e) {
      throw unavailable(path, "cannot be used: there is no driver for this machine", e);
    }
    driver.setComPortParameters(baudRate, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    driver.setFlowControl(constant(flowControl));
    driver.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SerialLine.READ_MILLIS, 0);
    if (!driver.openPort(0)) {
      throw unavailable(path, reason(driver.getLastErrorCode()), null);
    }
    return new SerialLine(driver);
  }

  private static int constant(FlowControl flowControl) {
    return switch (flowControl) {
      case AUTO, NONE -> SerialPort.FLOW_CONTROL_DISABLED;
      case HARDWARE -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
      case SOFTWARE ->
          SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
    };
  }

  private static String reason(int error) {
    return switch (error) {
      case NO_PERMISSION -> "may not be opened by this user; it usually takes the group dialout";
      case LOCKED, BUSY -> "is in use by another program";
      case OURS_ALREADY -> "is in use already";
      default -> "cannot be opened (error " + error + ")";
    };
  }

  private static RadioException unavailable(String path, String why, @Nullable Throwable cause) {
    String message = "Serial port " + path + " " + why;
    return cause == null
        ? new RadioException(Reason.PORT_UNAVAILABLE, message)
        : new RadioException(Reason.PORT_UNAVAILABLE, message, cause);
  }
}
