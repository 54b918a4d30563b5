package org.waggle.itest.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.itest.processes.Mosquitto;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.itest.processes.Waggle;
import org.waggle.itest.processes.Zigbee2Mqtt;

/** Waggle draws the map of a network that real Zigbee2MQTT draws. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkMapIT {

  private static final int DEVICES = 8;
  private static final String REQUEST = "zigbee2mqtt/bridge/request/networkmap";
  private static final String RESPONSE = "zigbee2mqtt/bridge/response/networkmap";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Opened opened = new Opened();
  private SimulatedHouse theirHouse;
  private SimulatedHouse ourHouse;
  private MqttProbe theirs;
  private MqttProbe ours;

  @BeforeAll
  void letTheHouseJoinBoth() {
    theirHouse = opened.add(house());
    Mosquitto broker = opened.add(Mosquitto.start(Peers.scratch("mosquitto")));
    theirs = opened.add(MqttProbe.connect(broker.port(), SOON, "zigbee2mqtt/#"));
    opened.add(
        Zigbee2Mqtt.start(
            Peers.installation(),
            Peers.scratch("zigbee2mqtt"),
            theirHouse.radioPort(),
            broker.port(),
            ""));
    ourHouse = opened.add(house());
    Waggle waggle =
        opened.add(Waggle.run(Peers.waggle(), Peers.scratch("waggle"), ourHouse.radioPort()));
    ours = opened.add(MqttProbe.connect(waggle.brokerPort(), SOON, "zigbee2mqtt/#"));
    ours.awaitLatest(
        "zigbee2mqtt/bridge/state", message -> message.payload().contains("online"), SOON);
    for (MqttProbe mqtt : List.of(theirs, ours)) {
      Peers.permitJoin(mqtt);
      Peers.awaitDevices(mqtt, DEVICES);
      Peers.settled(mqtt);
      close(mqtt);
    }
  }

  /** Devices whose network addresses are not drawn by lot. */
  private static SimulatedHouse house() {
    return SimulatedHouse.start(
        Peers.scratch("house"),
        "--devices",
        Integer.toString(DEVICES),
        "--join-when-open",
        "--join-interval",
        "200");
  }

  /** Who permits joining is on the map. */
  private static void close(MqttProbe mqtt) {
    int from = mqtt.count();
    mqtt.publish("zigbee2mqtt/bridge/request/permit_join", "{\"time\":0}");
    mqtt.awaitMessage(
        from, message -> message.topic().equals("zigbee2mqtt/bridge/response/permit_join"), SOON);
  }

  @AfterAll
  void stop() {
    opened.close();
  }

  @ParameterizedTest
  @Order(1)
  @ValueSource(
      strings = {
        "raw",
        "graphviz",
        "plantuml",
        "{\"type\":\"raw\",\"routes\":true,\"transaction\":1}",
        "{\"type\":\"graphviz\",\"routes\":true}",
        "{\"type\":\"plantuml\",\"routes\":false}",
        "{\"type\":\"raw\"}",
        "{\"type\":\"none\"}",
        "{}"
      })
  void answersAsZigbee2MqttDoes(String request) {
    assertThat(differences(request)).isEmpty();
  }

  @Test
  @Order(2)
  void tellsWhoDoesNotAnswerAsZigbee2MqttDoes() {
    for (SimulatedHouse house : List.of(theirHouse, ourHouse)) {
      house.ask("{'op':'unplug','device':'lamp1'}");
    }

    assertThat(differences("{\"type\":\"raw\",\"routes\":true}")).isEmpty();
    assertThat(differences("graphviz")).isEmpty();
  }

  private List<String> differences(String request) {
    return JsonDifference.between(request, response(theirs, request), response(ours, request));
  }

  private static JsonObject response(MqttProbe mqtt, String request) {
    int from = mqtt.count();
    mqtt.publish(REQUEST, request);
    mqtt.awaitMessage(from, message -> message.topic().equals(RESPONSE), SOON);
    return timeless(mqtt.awaitLatest(RESPONSE, message -> true, SOON).json().getAsJsonObject());
  }

  /** Without what depends on when it was asked. */
  private static JsonObject timeless(JsonObject response) {
    JsonObject data = response.getAsJsonObject("data");
    if (data.get("value") instanceof JsonObject map) {
      for (JsonElement node : map.getAsJsonArray("nodes")) {
        node.getAsJsonObject().remove("lastSeen");
      }
    } else if (data.has("value")) {
      data.addProperty(
          "value",
          data.get("value")
              .getAsString()
              .replaceAll("[0-9]+ (second|minute)s?(, [0-9]+ seconds?)? ago", "just now"));
    }
    return response;
  }
}
