package org.waggle.itest.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waggle.itest.processes.Mosquitto;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.itest.processes.Waggle;
import org.waggle.itest.processes.Zigbee2Mqtt;

/** What Waggle tells of devices in {@code bridge/devices} is what real Zigbee2MQTT tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesIT {

  private static final String BULB = "0x847127fffe000001";
  private static final String CLIMATE = "0x00158d0004a00001";
  private static final int KNOWN = 4;
  private static final int UNKNOWN = 24;
  private static final Duration SOON = Duration.ofSeconds(60);

  private Map<String, JsonObject> theirs;
  private Map<String, JsonObject> ours;

  @BeforeAll
  void letTheHouseJoinBoth() {
    Path scratch = Peers.scratch("devices");
    theirs = zigbee2Mqtt(scratch.resolve("zigbee2mqtt"));
    ours = waggle(scratch.resolve("waggle"));
  }

  private static SimulatedHouse house(Path scratch) {
    return SimulatedHouse.start(
        scratch,
        "--house",
        "demo",
        "--house",
        Peers.resource("unknown-house.json").toString(),
        "--join-when-open",
        "--join-interval",
        "100");
  }

  private static Map<String, JsonObject> zigbee2Mqtt(Path data) {
    Path installation = Peers.installation();
    try (SimulatedHouse house = house(Peers.scratch("house"));
        Mosquitto broker = Mosquitto.start(Peers.scratch("mosquitto"));
        MqttProbe mqtt = MqttProbe.connect(broker.port(), SOON, "zigbee2mqtt/#");
        Zigbee2Mqtt program =
            Zigbee2Mqtt.start(installation, data, house.radioPort(), broker.port(), "")) {
      return joined(mqtt, program.tail());
    }
  }

  private static Map<String, JsonObject> waggle(Path data) {
    try (SimulatedHouse house = house(Peers.scratch("house"));
        Waggle program = Waggle.run(Peers.waggle(), data, house.radioPort());
        MqttProbe mqtt = MqttProbe.connect(program.brokerPort(), SOON, "zigbee2mqtt/#")) {
      mqtt.awaitLatest(
          "zigbee2mqtt/bridge/state", message -> message.payload().contains("online"), SOON);
      return joined(mqtt, program.tail());
    }
  }

  /** Until everybody is interviewed and no more is configured. */
  private static Map<String, JsonObject> joined(MqttProbe mqtt, String log) {
    try {
      Peers.permitJoin(mqtt);
      Peers.awaitDevices(mqtt, KNOWN + UNKNOWN);
      return Peers.settled(mqtt);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + log, e);
    }
  }

  @Test
  void tellsOfTheColourBulbAsZigbee2MqttDoes() {
    assertThat(differences(BULB)).isEmpty();
  }

  @Test
  void tellsOfTheAqaraSensorAsZigbee2MqttDoes() {
    assertThat(differences(CLIMATE)).isEmpty();
  }

  @Test
  void generatesTheDefinitionsThatZigbee2MqttGenerates() {
    List<String> differences = new ArrayList<>();
    for (String address : theirs.keySet()) {
      differences.addAll(differences(address));
    }

    assertThat(theirs).hasSize(KNOWN + UNKNOWN);
    assertThat(differences).isEmpty();
  }

  private List<String> differences(String address) {
    return JsonDifference.between(
        theirs.get(address).get("model_id") + " " + address,
        withoutAddress(theirs.get(address)),
        ours.containsKey(address) ? withoutAddress(ours.get(address)) : null);
  }

  /** Network addresses are drawn by lot. */
  private static JsonObject withoutAddress(JsonObject device) {
    JsonObject copy = device.deepCopy();
    copy.remove("network_address");
    return copy;
  }
}
