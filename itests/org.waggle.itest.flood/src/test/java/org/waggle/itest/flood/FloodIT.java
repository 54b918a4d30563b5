package org.waggle.itest.flood;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.BridgeProbe;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.MqttProbe.Message;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.itest.processes.Waggle;

/** Much at once, through all of Waggle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodIT {

  private static final Path SCRIPT =
      Path.of("..", "..", "bnd-workspace", "waggle").toAbsolutePath().normalize();

  private static final int COUNT = 5000;

  /** Of each four devices of a simulated crowd, the fourth. */
  private static final int DEVICES = 8;

  private static final List<String> SENSORS = List.of("0x00124b00aa000003", "0x00124b00aa000007");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path scratch;
  private SimulatedHouse house;
  private Waggle waggle;
  private BridgeProbe bridge;

  @BeforeAll
  void start() {
    house =
        SimulatedHouse.start(
            scratch,
            "--devices",
            Integer.toString(DEVICES),
            "--join-when-open",
            "--join-interval",
            "100");
    waggle = Waggle.run(SCRIPT, scratch.resolve("data"), house.radioPort());
    bridge = BridgeProbe.connect(waggle.brokerPort());
    bridge.awaitOnline(0);
    bridge.permitJoin();
    bridge.awaitInterviewed(DEVICES, PATIENCE);
    SENSORS.forEach(this::awaitConfigured);
  }

  /** Configuring ends with reading what will be reported; that publishes more than the reports. */
  private void awaitConfigured(String sensor) {
    bridge
        .mqtt()
        .awaitLatest(
            "zigbee2mqtt/" + sensor,
            message ->
                message.payload().contains("temperature") && message.payload().contains("humidity"),
            PATIENCE);
  }

  @AfterAll
  void stop() {
    bridge.close();
    waggle.close();
    house.close();
  }

  @Test
  void publishesEveryReportInTheOrderOfItsDevice() {
    assertPublishesAll();
  }

  @Test
  void publishesEveryReportThoughTheLineIsBad() {
    String faults = "{'corrupt':0.005,'lose':0.005}";
    house.ask("{'op':'faults','to_host':%s,'from_host':%s}".formatted(faults, faults));

    assertPublishesAll();

    house.ask("{'op':'faults'}");
  }

  private void assertPublishesAll() {
    MqttProbe mqtt = bridge.mqtt();
    int from = mqtt.count();
    int each = COUNT / SENSORS.size();

    JsonObject flood =
        house.ask(
            "{'op':'flood','device':['%s','%s'],'count':%d}"
                .formatted(SENSORS.get(0), SENSORS.get(1), COUNT));

    assertThat(flood.get("acknowledged").getAsInt()).isEqualTo(COUNT);
    for (String sensor : SENSORS) {
      Predicate<Message> ofSensor = message -> message.topic().equals("zigbee2mqtt/" + sensor);
      mqtt.awaitMessage(from, ofSensor.and(message -> reading(message) == each - 1), PATIENCE);

      assertThat(mqtt.messages(from).stream().filter(ofSensor).map(FloodIT::reading))
          .containsExactlyElementsOf(IntStream.range(0, each).boxed().toList());
    }
  }

  /** In hundredths of a degree, as the device reported it. */
  private static int reading(Message message) {
    double temperature = message.json().getAsJsonObject().get("temperature").getAsDouble();
    return (int) Math.round(temperature * 100);
  }

  @Test
  void sendsEveryRetainedTopicToANewSubscriber() {
    try (MqttProbe publisher = MqttProbe.connect(waggle.brokerPort(), PATIENCE, "stored/last")) {
      for (int i = 0; i < COUNT; i++) {
        publisher.publishRetained("stored/" + i, "payload " + i);
      }
      publisher.publishRetained("stored/last", "");
      publisher.awaitLatest("stored/last", message -> true, PATIENCE);
    }

    try (MqttProbe subscriber = MqttProbe.connect(waggle.brokerPort(), PATIENCE, "stored/#")) {
      subscriber.arrivals().await(COUNT - 1, PATIENCE);

      assertThat(subscriber.messages(0))
          .allMatch(Message::retained)
          .map(message -> message.topic() + " " + message.payload())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, COUNT).mapToObj(i -> "stored/" + i + " payload " + i).toList());
    }
  }
}
