package org.waggle.itest.peer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waggle.itest.processes.MqttProbe;

/** Where the build put the programs that are compared, and what both are asked to do. */
final class Peers {

  /** How long a house of two dozen devices may take to join and be interviewed. */
  static final Duration HOUSE_JOINED = Duration.ofSeconds(180);

  /** Zigbee2MQTT configures one device after the other, some seconds apart. */
  private static final Duration QUIET = Duration.ofSeconds(15);

  private static final String ROOT = "zigbee2mqtt/";

  private Peers() {}

  /** The folder that npm installed real Zigbee2MQTT into. */
  static Path installation() {
    return Path.of(System.getProperty("peers"));
  }

  /** Waggle's start script. */
  static Path waggle() {
    return Path.of(System.getProperty("waggle"));
  }

  /** A new folder for one test's data. */
  static Path scratch(String name) {
    try {
      Path scratch = Files.createDirectories(Path.of(System.getProperty("scratch")));
      return Files.createTempDirectory(scratch, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the test's resources. */
  static Path resource(String name) {
    return Path.of("src/test/resources", name).toAbsolutePath();
  }

  /** Opens the network for joining; both programs answer the same request. */
  static void permitJoin(MqttProbe mqtt) {
    mqtt.publish(ROOT + "bridge/request/permit_join", "{\"time\":254}");
    mqtt.awaitLatest(
        ROOT + "bridge/response/permit_join",
        message -> message.payload().contains("\"status\":\"ok\""),
        Duration.ofSeconds(20));
  }

  /**
   * Waits until so many devices have been interviewed and configured, and returns their entries.
   */
  static Map<String, JsonObject> awaitDevices(MqttProbe mqtt, int count) {
    mqtt.awaitLatest(
        ROOT + "bridge/devices",
        message -> interviewed(message.json().getAsJsonArray()).count() == count,
        HOUSE_JOINED);
    return devices(mqtt);
  }

  /** Waits until a device has been interviewed and has a definition. */
  static void awaitDevice(MqttProbe mqtt, String address) {
    mqtt.awaitLatest(
        ROOT + "bridge/devices",
        message ->
            interviewed(message.json().getAsJsonArray())
                .anyMatch(device -> device.get("ieee_address").getAsString().equals(address)),
        Duration.ofSeconds(60));
  }

  /** The entries of {@code bridge/devices} by IEEE address, without the coordinator. */
  static Map<String, JsonObject> devices(MqttProbe mqtt) {
    JsonArray array =
        mqtt.awaitLatest(ROOT + "bridge/devices", message -> true, Duration.ofSeconds(20))
            .json()
            .getAsJsonArray();
    Map<String, JsonObject> devices = new TreeMap<>();
    for (JsonElement element : array) {
      JsonObject device = element.getAsJsonObject();
      if (!device.get("type").getAsString().equals("Coordinator")) {
        devices.put(device.get("ieee_address").getAsString(), device);
      }
    }
    return devices;
  }

  /** The entries of {@code bridge/devices} once none has changed for some seconds. */
  static Map<String, JsonObject> settled(MqttProbe mqtt) {
    Map<String, JsonObject> devices = devices(mqtt);
    while (mqtt.hearsAnother(ROOT + "bridge/devices", QUIET)) {
      devices = devices(mqtt);
    }
    return devices;
  }

  private static Stream<JsonObject> interviewed(JsonArray devices) {
    return devices.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(
            entry ->
                !entry.get("type").getAsString().equals("Coordinator")
                    && entry.get("interview_state").getAsString().equals("SUCCESSFUL")
                    && entry.has("definition"));
  }
}
