package org.waggle.radio.zsmartsystems;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;

/** A coordinator on a serial port: 8 data bits, no parity, 1 stop bit. */
final class UartPort extends RadioPort {

  /** What EmberZNet firmware is built for, unless its maker says otherwise. */
  private static final int DEFAULT_BAUD_RATE = 115_200;

  private static final int READ_MILLIS = 200;
  private static final int NO_PERMISSION = 13;
  private static final int BUSY = 16;

  private final RadioSettings settings;
  private volatile @Nullable SerialPort device;

  UartPort(RadioSettings settings) {
    this.settings = settings;
  }

  @Override
  String name() {
    return settings.port();
  }

  @Override
  void connect() {
    SerialPort port;
    try {
      port = SerialPort.getCommPort(settings.port());
    } catch (SerialPortInvalidPortException e) {
      throw unavailable("does not exist; " + others());
    } catch (LinkageError e) {
      throw new RadioException(
          Reason.PORT_UNAVAILABLE, "There is no serial port driver for this machine", e);
    }
    int baudRate = settings.baudRate().orElse(DEFAULT_BAUD_RATE);
    port.setComPortParameters(baudRate, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(flowControl());
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
    device = port;
    if (!port.openPort()) {
      device = null;
      throw unavailable(reason(port.getLastErrorCode()));
    }
  }

  /** EmberZNet's own default is software flow control; a stick without it drops bytes in bursts. */
  private int flowControl() {
    return switch (settings.flowControl()) {
      case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
      case HARDWARE -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
      case AUTO, SOFTWARE ->
          SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
    };
  }

  private static String reason(int error) {
    return switch (error) {
      case NO_PERMISSION -> "may not be opened by this user; it usually takes the group dialout";
      case BUSY -> "is in use by another program";
      default -> "cannot be opened (error " + error + "); " + others();
    };
  }

  private static String others() {
    String names =
        Arrays.stream(SerialPort.getCommPorts())
            .map(SerialPort::getSystemPortPath)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "there is no serial port at all" : "there are " + names;
  }

  private RadioException unavailable(String what) {
    return new RadioException(
        Reason.PORT_UNAVAILABLE, "Serial port " + settings.port() + " " + what);
  }

  @Override
  int receive(byte[] bytes) throws IOException {
    SerialPort port = device;
    return port == null ? -1 : port.readBytes(bytes, bytes.length);
  }

  @Override
  void transmit(byte[] bytes) throws IOException {
    SerialPort port = device;
    if (port == null) {
      throw new IOException("not open");
    }
    int done = 0;
    while (done < bytes.length) {
      int count = port.writeBytes(bytes, bytes.length - done, done);
      if (count <= 0) {
        throw new IOException("writing ended with error " + port.getLastErrorCode());
      }
      done += count;
    }
  }

  @Override
  void disconnect() {
    SerialPort port = device;
    device = null;
    if (port != null) {
      port.closePort();
    }
  }
}
