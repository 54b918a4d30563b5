package org.waggle.zigbee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.SerialPortInfo;

/** The serial ports of this machine, as far as somebody is there who knows them. */
final class Ports {

  private static final String TCP = "tcp:";

  private volatile @Nullable RadioPorts service;

  void add(RadioPorts ports) {
    service = ports;
  }

  void remove(RadioPorts ports) {
    if (service == ports) {
      service = null;
    }
  }

  /** May take a moment: not on event threads. */
  List<SerialPortInfo> list() {
    RadioPorts ports = service;
    return ports == null ? List.of() : ports.serialPorts();
  }

  static boolean isTcp(String port) {
    return port.startsWith(TCP);
  }

  /** Whether something is at a path, be it known as a port or not. */
  static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The port of a list that a path leads to. */
  static Optional<SerialPortInfo> at(String path, List<SerialPortInfo> ports) {
    String real = real(path);
    return ports.stream()
        .filter(port -> port.path().equals(path) || real(port.path()).equals(real))
        .findFirst();
  }

  /** Where links lead. */
  static String real(String path) {
    try {
      return Path.of(path).toRealPath().toString();
    } catch (IOException | InvalidPathException e) {
      return path; // gone, or of a kind that is no file
    }
  }
}
