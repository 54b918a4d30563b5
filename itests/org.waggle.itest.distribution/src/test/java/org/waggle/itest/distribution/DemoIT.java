package org.waggle.itest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.ChildProcess;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.Ports;

/** The simulated house, from the first start to the second. */
class DemoIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ALL_INTERVIEWED = Duration.ofSeconds(20);
  private static final String BULB = "0x847127fffe000001";
  private static final int DEVICES = 4;

  private final int port = Ports.free();
  @TempDir private Path folder;
  private String[] arguments;

  @BeforeEach
  void moveToFreePorts() {
    int coordinator = Ports.free();
    arguments =
        new String[] {
          "demo",
          "--config=org.waggle.mqtt.broker:port=" + port,
          "--config=org.waggle.simulator~demo:port=" + coordinator,
          "--config=org.waggle.simulator~demo:control_port=0",
          "--config=org.waggle.zigbee~default:port=tcp://127.0.0.1:" + coordinator
        };
  }

  @Test
  void tellsWhereToConnectWhatToTryAndWhoJoins() {
    try (ChildProcess demo = start()) {
      demo.awaitLine(Pattern.compile("mqtt://127.0.0.1:" + port), PATIENCE);
      demo.awaitLine(Pattern.compile("Joining is open"), PATIENCE);
      demo.awaitLine(Pattern.compile("joins .*" + BULB), PATIENCE);
      demo.awaitLine(Pattern.compile("mosquitto_pub .*" + BULB + "/set"), PATIENCE);
    }
  }

  @Test
  void everyDeviceIsInterviewedWithinTwentySeconds() {
    try (ChildProcess demo = start();
        MqttProbe mqtt = MqttProbe.connect(port, PATIENCE, "zigbee2mqtt/bridge/#")) {
      mqtt.awaitLatest("zigbee2mqtt/bridge/devices", DemoIT::areAllThere, ALL_INTERVIEWED);

      assertThat(demo.tail()).doesNotContain("ERROR", "Exception");
    }
  }

  @Test
  void ctrlCEndsAPairedHouseWithinThreeSeconds() {
    try (ChildProcess demo = start();
        MqttProbe mqtt = MqttProbe.connect(port, PATIENCE, "zigbee2mqtt/bridge/#")) {
      mqtt.awaitLatest("zigbee2mqtt/bridge/devices", DemoIT::areAllThere, PATIENCE);

      demo.interrupt();

      assertThat(demo.awaitEnd(Duration.ofSeconds(3))).isTrue();
      assertThat(demo.tail()).doesNotContain("Exception");
    }
  }

  @Test
  void keepsNamesOptionsGroupsAndStatesOverAKill() {
    try (ChildProcess demo = start();
        MqttProbe mqtt = MqttProbe.connect(port, PATIENCE, "zigbee2mqtt/#")) {
      mqtt.awaitLatest("zigbee2mqtt/bridge/devices", DemoIT::areAllThere, PATIENCE);
      ask(mqtt, "device/rename", "{\"from\":\"%s\",\"to\":\"lamp\"}".formatted(BULB));
      ask(mqtt, "device/options", "{\"id\":\"lamp\",\"options\":{\"transition\":2}}");
      ask(mqtt, "group/add", "{\"friendly_name\":\"hall\",\"id\":7}");
      ask(mqtt, "group/members/add", "{\"group\":\"hall\",\"device\":\"lamp\",\"endpoint\":1}");
      mqtt.publish(
          "zigbee2mqtt/lamp/set",
          "{\"state\":\"ON\",\"brightness\":100,\"color\":{\"hex\":\"#ff8800\"}}");
      mqtt.awaitLatest("zigbee2mqtt/lamp", DemoIT::isLit, PATIENCE);
      awaitStateOnDisk(mqtt);

      demo.kill();

      assertThat(demo.awaitEnd(PATIENCE)).isTrue();
    }
    try (ChildProcess demo = start();
        MqttProbe mqtt = MqttProbe.connect(port, PATIENCE, "zigbee2mqtt/#")) {
      JsonElement devices =
          mqtt.awaitLatest("zigbee2mqtt/bridge/devices", DemoIT::areAllThere, PATIENCE).json();
      JsonElement groups =
          mqtt.awaitLatest("zigbee2mqtt/bridge/groups", any -> true, PATIENCE).json();
      JsonElement info = mqtt.awaitLatest("zigbee2mqtt/bridge/info", any -> true, PATIENCE).json();

      assertThat(named(devices)).containsEntry("lamp", BULB);
      assertThat(groups.toString()).contains("\"hall\"").contains(BULB);
      assertThat(info.toString()).contains("\"transition\":2");
      demo.awaitLine(Pattern.compile("is there .*lamp"), PATIENCE);
      // What was published at the start came before this client; a new name comes with the state.
      ask(mqtt, "device/rename", "{\"from\":\"lamp\",\"to\":\"light\"}");
      mqtt.awaitLatest("zigbee2mqtt/light", DemoIT::isLit, PATIENCE);
    }
  }

  private ChildProcess start() {
    return new Script(folder).start(arguments);
  }

  private static void ask(MqttProbe mqtt, String request, String payload) {
    mqtt.publish("zigbee2mqtt/bridge/request/" + request, payload);
    mqtt.awaitLatest(
        "zigbee2mqtt/bridge/response/" + request,
        response -> response.payload().contains("\"status\":\"ok\""),
        PATIENCE);
  }

  /** What was answered is on disk at once; state follows within a second of its last change. */
  private static void awaitStateOnDisk(MqttProbe mqtt) {
    while (mqtt.hearsAnother("zigbee2mqtt/lamp", Duration.ofMillis(1500))) {
      // It changed once more.
    }
  }

  private static boolean areAllThere(MqttProbe.Message devices) {
    return devices.json().getAsJsonArray().asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(device -> !device.get("type").getAsString().equals("Coordinator"))
            .filter(device -> device.get("interview_completed").getAsBoolean())
            .count()
        == DEVICES;
  }

  private static boolean isLit(MqttProbe.Message message) {
    JsonObject wanted = new JsonObject();
    wanted.addProperty("state", "ON");
    wanted.addProperty("brightness", 100);
    wanted.addProperty("color_mode", "xy");
    JsonObject state = message.json().getAsJsonObject();
    return state.entrySet().containsAll(wanted.entrySet());
  }

  private static Map<String, String> named(JsonElement devices) {
    Map<String, String> addresses = new HashMap<>();
    for (JsonElement element : devices.getAsJsonArray()) {
      JsonObject device = element.getAsJsonObject();
      addresses.put(
          device.get("friendly_name").getAsString(), device.get("ieee_address").getAsString());
    }
    return addresses;
  }
}
