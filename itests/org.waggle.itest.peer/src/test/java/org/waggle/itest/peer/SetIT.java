package org.waggle.itest.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.itest.processes.Mosquitto;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.itest.processes.Waggle;
import org.waggle.itest.processes.Zigbee2Mqtt;

/** A set has the same frames and the same state from Waggle as from real Zigbee2MQTT. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetIT {

  private static final String BULB = "0x847127fffe000001";
  private static final String TOPIC = "zigbee2mqtt/" + BULB;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Opened opened = new Opened();
  private SimulatedHouse theirHouse;
  private SimulatedHouse ourHouse;
  private MqttProbe theirs;
  private MqttProbe ours;

  /** What a set did. */
  private record Outcome(List<String> frames, String state) {}

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
      Peers.awaitDevices(mqtt, 4);
      Peers.settled(mqtt);
    }
  }

  private static SimulatedHouse house() {
    return SimulatedHouse.start(
        Peers.scratch("house"), "--house", "demo", "--join-when-open", "--join-interval", "100");
  }

  @AfterAll
  void stop() {
    opened.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\":\"ON\",\"brightness\":100,\"color\":{\"hex\":\"#ff8800\"}}",
        "{\"state\":\"OFF\"}",
        "{\"state\":\"toggle\"}",
        "{\"brightness\":255}",
        "{\"brightness_percent\":50}",
        "{\"brightness\":20,\"transition\":1}",
        "{\"color_temp\":250}",
        "{\"color_temp\":\"warm\"}",
        "{\"color\":{\"x\":0.3,\"y\":0.4}}",
        "{\"color\":{\"r\":46,\"g\":102,\"b\":255}}",
        "{\"color\":{\"hue\":120,\"saturation\":80}}",
        "{\"color\":{\"h\":300,\"s\":50,\"v\":60}}",
        "{\"color\":\"#00ff00\",\"transition\":0.5}",
        "{\"state\":\"OFF\",\"transition\":1}",
        "{\"state\":\"ON\"}",
        "{\"brightness\":0}",
        "{\"brightness_step\":40}",
        "{\"state\":\"ON\",\"on_time\":300}"
      })
  void sendsTheSameFramesAndPublishesTheSameState(String payload) {
    Outcome expected = set(theirHouse, theirs, payload);
    Outcome actual = set(ourHouse, ours, payload);

    assertThat(actual).isEqualTo(expected);
  }

  private static Outcome set(SimulatedHouse house, MqttProbe mqtt, String payload) {
    house.ask("{'op':'clear_frames','device':'bulb'}");
    int from = mqtt.count();
    mqtt.publish(TOPIC + "/set", payload);
    mqtt.awaitMessage(from, message -> message.topic().equals(TOPIC), SOON);
    // What a set reads back comes after its state.
    while (mqtt.hearsAnother(TOPIC, Duration.ofSeconds(1))) {}
    return new Outcome(
        frames(house),
        mqtt.awaitLatest(TOPIC, message -> true, SOON).json().getAsJsonObject().toString());
  }

  private static List<String> frames(SimulatedHouse house) {
    List<String> frames = new ArrayList<>();
    for (JsonElement element :
        house.ask("{'op':'frames','device':'bulb'}").getAsJsonArray("frames")) {
      JsonObject frame = element.getAsJsonObject();
      frames.add(
          "cluster %s command %s %s"
              .formatted(frame.get("cluster"), frame.get("command"), frame.get("payload")));
    }
    return frames;
  }
}
