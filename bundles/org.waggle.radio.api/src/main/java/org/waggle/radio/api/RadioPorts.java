package org.waggle.radio.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The ports of this machine at which coordinators can be. A service; safe for several threads. */
@ProviderType
public interface RadioPorts {

  /** The serial ports that are there now. May take a moment: not for event threads. */
  List<SerialPortInfo> serialPorts();

  /**
   * Opens a port. Blocks, for some 5 s at most: not for event threads.
   *
   * @param port a serial device, a stable id's path, or {@code tcp://host:port}
   * @param baudRate meaningless over TCP
   * @param flowControl anything but {@code AUTO}
   * @throws RadioException {@code PORT_UNAVAILABLE} with a sentence for users
   */
  RadioPort open(String port, int baudRate, RadioSettings.FlowControl flowControl);
}
