package org.waggle.itest.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.waggle.itest.processes.Mosquitto;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.itest.processes.Zigbee2Mqtt;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.ClusterJson;
import org.waggle.zcl.cluster.Clusters;

/** The simulator is faithful: real Zigbee2MQTT takes it for a coordinator with devices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Zigbee2MqttOnSimulatorIT {

  private static final String BULB = "0x847127fffe000001";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Opened opened = new Opened();
  private Path scratch;
  private SimulatedHouse house;
  private Mosquitto broker;
  private Zigbee2Mqtt zigbee2Mqtt;
  private MqttProbe mqtt;

  @BeforeAll
  void start() {
    scratch = Peers.scratch("faithful");
    house =
        opened.add(
            SimulatedHouse.start(
                scratch, "--house", "demo", "--join-when-open", "--join-interval", "200"));
    broker = opened.add(Mosquitto.start(scratch.resolve("mosquitto")));
    mqtt = opened.add(MqttProbe.connect(broker.port(), SOON, "#"));
    zigbee2Mqtt = launch();
  }

  private Zigbee2Mqtt launch() {
    return opened.add(
        Zigbee2Mqtt.start(
            Peers.installation(), scratch.resolve("data"), house.radioPort(), broker.port(), ""));
  }

  @AfterAll
  void stop() {
    opened.close();
  }

  @Test
  @Order(1)
  void formsANetworkAndInterviewsTheHouse() {
    zigbee2Mqtt.awaitLine("zigbee-herdsman started \\(reset\\)", SOON);

    Peers.permitJoin(mqtt);
    Map<String, JsonObject> devices = Peers.awaitDevices(mqtt, 4);

    assertThat(devices.get(BULB).getAsJsonObject("definition").get("model").getAsString())
        .isEqualTo("ZB_A60_RGBCW");
  }

  @Test
  @Order(2)
  void controlsADeviceAndHearsItsReports() {
    mqtt.publish("zigbee2mqtt/" + BULB + "/set", "{\"state\":\"ON\",\"brightness\":77}");

    house.ask("{'op':'await_frame','device':'bulb','cluster':'genLevelCtrl'}");
    JsonObject state =
        mqtt.awaitLatest(
                "zigbee2mqtt/" + BULB,
                message -> message.payload().contains("\"brightness\":77"),
                SOON)
            .json()
            .getAsJsonObject();
    assertThat(state.get("state").getAsString()).isEqualTo("ON");

    house.ask(
        "{'op':'report','device':'bulb','cluster':'genOnOff','attributes':{'onOff':false},'lqi':99}");
    mqtt.awaitLatest(
        "zigbee2mqtt/" + BULB,
        message ->
            message.payload().contains("\"state\":\"OFF\"")
                && message.payload().contains("\"linkquality\":99"),
        SOON);
  }

  @Test
  @Order(3)
  void listsTheClustersThatWaggleKnows() throws IOException {
    JsonObject definitions =
        mqtt.awaitLatest("zigbee2mqtt/bridge/definitions", message -> true, SOON)
            .json()
            .getAsJsonObject();

    assertThat(JsonDifference.between("clusters", definitions.get("clusters"), clustersOfWaggle()))
        .isEmpty();
  }

  private static JsonObject clustersOfWaggle() throws IOException {
    JsonObject clusters = new JsonObject();
    for (ClusterDefinition cluster : Clusters.standard().definitions()) {
      StringWriter json = new StringWriter();
      try (JsonWriter writer = new JsonWriter(json)) {
        ClusterJson.write(cluster, writer);
      }
      clusters.add(cluster.name(), JsonParser.parseString(json.toString()));
    }
    return clusters;
  }

  @Test
  @Order(4)
  void resumesTheNetwork() {
    zigbee2Mqtt.close();
    zigbee2Mqtt = launch();

    zigbee2Mqtt.awaitLine("zigbee-herdsman started \\(resumed\\)", SOON);
    int from = mqtt.count();
    mqtt.publish("zigbee2mqtt/" + BULB + "/set", "{\"state\":\"TOGGLE\"}");
    mqtt.awaitMessage(from, message -> message.topic().equals("zigbee2mqtt/" + BULB), SOON);
  }
}
