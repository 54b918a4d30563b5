package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;

/** What is plugged in, as a test wants it. */
final class FakePorts implements RadioPorts {

  final List<SerialPortInfo> plugged = new CopyOnWriteArrayList<>();

  /** A stick with a USB identity that a name stands for. */
  static SerialPortInfo stick(String path, String name) {
    return new SerialPortInfo(
        path,
        Optional.of("usb-" + name),
        OptionalInt.of(0x10C4),
        OptionalInt.of(0xEA60),
        name,
        "Acme",
        "Stick " + name);
  }

  void plug(SerialPortInfo port) {
    plugged.add(port);
  }

  void pull(String path) {
    plugged.removeIf(port -> port.path().equals(path));
  }

  @Override
  public List<SerialPortInfo> serialPorts() {
    return List.copyOf(plugged);
  }

  @Override
  public RadioPort open(String port, int baudRate, FlowControl flowControl) {
    throw new AssertionError("radios open ports, not networks");
  }
}
