package org.waggle.radio.api;

import java.util.OptionalInt;

/**
 * How to reach a coordinator.
 *
 * @param port a serial device such as {@code /dev/ttyUSB0}, or {@code tcp://host:port}
 * @param baudRate empty for the adapter's default; meaningless over TCP
 * @param transmitPower dBm; empty for the adapter's default
 */
public record RadioSettings(
    String port, OptionalInt baudRate, FlowControl flowControl, OptionalInt transmitPower) {

  /** Flow control of a serial port. */
  public enum FlowControl {
    /** What the adapter family usually needs. */
    AUTO,
    NONE,
    /** XON/XOFF. */
    SOFTWARE,
    /** RTS/CTS. */
    HARDWARE
  }

  /** The adapter's defaults on a port. */
  public static RadioSettings on(String port) {
    return new RadioSettings(port, OptionalInt.empty(), FlowControl.AUTO, OptionalInt.empty());
  }
}
