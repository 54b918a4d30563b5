package org.waggle.itest.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.waggle.itest.processes.AirWatch;
import org.waggle.itest.processes.SimulatedHouse;

/** A simulated network of many devices: of each four, three lamps and a sensor. */
final class Crowd implements AutoCloseable {

  /**
   * A device.
   *
   * @param address its IEEE address, which is also what both programs call it
   */
  record Device(String name, String address, int networkAddress) {

    /** Where its state is published. */
    String topic() {
      return "zigbee2mqtt/" + address;
    }
  }

  /** From a frame on the air to its acknowledgement, ms. */
  static final int USUAL_LATENCY = 10;

  /** Of both programs, so that neither has to be told. */
  private static final String DEFAULT_NETWORK =
      "11,0x1a62,dddddddddddddddd,01030507090b0d0f00020406080a0c0d";

  private final SimulatedHouse house;
  private final int size;

  private Crowd(SimulatedHouse house, int size) {
    this.house = house;
    this.size = size;
  }

  /**
   * Starts the simulator of a network.
   *
   * @param directory where it remembers who is a member
   */
  static Crowd of(int size, Path directory) {
    List<String> options =
        new ArrayList<>(List.of("--network", DEFAULT_NETWORK, "--directory", directory.toString()));
    if (size > 0) {
      options.addAll(List.of("--devices", Integer.toString(size)));
    }
    return new Crowd(SimulatedHouse.start(directory, options.toArray(String[]::new)), size);
  }

  int size() {
    return size;
  }

  int radioPort() {
    return house.radioPort();
  }

  JsonObject ask(String json) {
    return house.ask(json);
  }

  /**
   * Changes the air.
   *
   * @param milliseconds from a frame to its acknowledgement, from now on
   */
  void airLatency(int milliseconds) {
    house.ask("{'op':'latency','milliseconds':%d}".formatted(milliseconds));
  }

  AirWatch watch() {
    return house.watch();
  }

  List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    for (JsonElement element : house.ask("{'op':'devices'}").getAsJsonArray("devices")) {
      JsonObject device = element.getAsJsonObject();
      devices.add(
          new Device(
              device.get("name").getAsString(),
              device.get("ieee").getAsString(),
              device.get("networkAddress").getAsInt()));
    }
    return devices;
  }

  /** Those that can be set. */
  List<Device> lamps() {
    return devices().stream().filter(device -> device.name().startsWith("lamp")).toList();
  }

  /** Those that measure a temperature. */
  List<Device> sensors() {
    return devices().stream().filter(device -> device.name().startsWith("sensor")).toList();
  }

  @Override
  public void close() {
    house.close();
  }
}
