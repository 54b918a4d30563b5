package org.waggle.bridge.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.bridge.log.LogLevel;
import org.waggle.bridge.setup.Settings;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.Qos;

final class PublishingTest {

  private final Bench bench = new Bench();
  private final FakeDefinition bulb = new FakeDefinition("bulb");
  private Map<String, Object> decoded = Map.of();

  @BeforeEach
  void setUp() {
    bulb.decoder = (message, device) -> CompletableFuture.completedFuture(decoded);
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.with(bulb);
  }

  private MqttMessage publish(Map<String, Object> state) {
    decoded = state;
    bench.receive(report(BULB, 1));
    return bench.last(BULB.toString());
  }

  @Test
  void publishesWhatADeviceSaysWithItsLinkQuality() {
    bench.start();

    MqttMessage message = publish(Map.of("temperature", 21.5));

    assertThat(message.text()).isEqualTo("{\"linkquality\":99,\"temperature\":21.5}");
    assertThat(message.retain()).isFalse();
    assertThat(message.qos()).isEqualTo(Qos.AT_MOST_ONCE);
  }

  @Test
  void mergesWhatIsNewIntoWhatIsKnownAtEveryLevel() {
    bench.start();
    publish(Map.of("color", Map.of("x", 0.1, "y", 0.2), "list", List.of(1, 2), "state", "ON"));

    MqttMessage message = publish(Map.of("color", Map.of("y", 0.3), "list", List.of(3)));

    assertThat(message.text())
        .isEqualTo(
            "{\"color\":{\"x\":0.1,\"y\":0.3},\"linkquality\":99,\"list\":[3],\"state\":\"ON\"}");
  }

  @Test
  void publishesOnlyWhatIsNewWithoutCache() {
    bench.settings = new Settings("default", "zigbee2mqtt", LogLevel.INFO, false, true, true);
    bench.start();
    publish(Map.of("a", 1));

    assertThat(publish(Map.of("b", 2)).text()).isEqualTo("{\"b\":2,\"linkquality\":99}");
  }

  @ParameterizedTest
  @CsvSource({
    "action",
    "action_group",
    "button",
    "button_left",
    "button_right",
    "forgotten",
    "keyerror",
    "step_size",
    "step_mode",
    "transition_time",
    "group_list",
    "group_capacity",
    "no_occupancy_since",
    "elapsed",
    "from_side",
    "to_side",
    "illuminance_lux"
  })
  void publishesWhatIsOfTheMomentOnce(String property) {
    bench.start();
    String first = publish(Map.of(property, "x")).text();

    String second = publish(Map.of("state", "ON")).text();

    assertThat(first).contains("\"" + property + "\":\"x\"");
    assertThat(second).isEqualTo("{\"linkquality\":99,\"state\":\"ON\"}");
  }

  @Test
  void followsTheOptionsForPublishing() {
    bench.start();
    bench.request(
        "device/options",
        "{\"id\":\"%s\",\"options\":{\"retain\":true,\"qos\":1,\"retention\":60}}".formatted(BULB));

    MqttMessage message = publish(Map.of("a", 1));

    assertThat(message.retain()).isTrue();
    assertThat(message.qos()).isEqualTo(Qos.AT_LEAST_ONCE);
    assertThat(message.expirySeconds()).isEqualTo(60);
  }

  @Test
  void leavesOutWhatIsFilteredFromMessageOrCache() {
    bench.start();
    bench.request(
        "device/options",
        ("{\"id\":\"%s\",\"options\":{\"filtered_attributes\":[\"link.*\",\"b\"],"
                + "\"filtered_cache\":[\"c\"]}}")
            .formatted(BULB));

    assertThat(publish(Map.of("a", 1, "b", 2, "bb", 3, "c", 4)).text())
        .isEqualTo("{\"a\":1,\"bb\":3,\"c\":4}");
    assertThat(publish(Map.of("a", 2)).text()).isEqualTo("{\"a\":2,\"bb\":3}");
  }

  @Test
  void roundsMeasuredValuesAsTheOptionsSay() {
    bulb.exposes =
        List.of(Expose.numeric("pressure", Access.STATE), Expose.numeric("power", Access.STATE));
    bench.start();
    bench.request(
        "device/options",
        "{\"id\":\"%s\",\"options\":{\"power_calibration\":10,\"power_precision\":1}}"
            .formatted(BULB));

    assertThat(publish(Map.of("pressure", 1009.26, "power", 12.34)).text())
        .isEqualTo("{\"linkquality\":99,\"power\":13.6,\"pressure\":1009.3}");
  }

  @Test
  void letsHooksChangeMessagesButNotTheCache() {
    bench.start();
    bench.bridge().addHook((entity, message) -> message.put("seen", entity.friendlyName()));
    bench
        .bridge()
        .addHook(
            (entity, message) -> {
              throw new IllegalStateException("broken hook");
            });

    assertThat(publish(Map.of("a", 1)).text())
        .isEqualTo("{\"a\":1,\"linkquality\":99,\"seen\":\"" + BULB + "\"}");
    assertThat(bench.bridge().entity(BULB.toString()).orElseThrow().state())
        .isEqualTo(Map.of("a", 1));
    assertThat(bench.lines("error")).anyMatch(line -> line.contains("broken hook"));
  }

  @Test
  void tellsListenersWhatWasPublishedAndWhy() {
    List<String> heard = new ArrayList<>();
    bench.start();
    bench
        .bridge()
        .listen(
            new BridgeListener() {
              @Override
              public void published(
                  Entity entity,
                  Map<String, Object> update,
                  Map<String, Object> message,
                  PublishReason reason) {
                heard.add(entity.id() + update + reason);
              }
            });

    publish(Map.of("a", 1));

    assertThat(heard).containsExactly(BULB + "{a=1}DEVICE");
  }

  @Test
  void savesStatesWithinASecond() {
    bench.start();
    publish(Map.of("a", 1));

    bench.network.advance(Duration.ofSeconds(1));

    assertThat(Bench.object(bench.network.memory().documents.get("states")))
        .isEqualTo(Map.of(BULB.toString(), Map.of("a", 1)));
  }

  @Test
  void publishesSavedStatesAtTheStart() {
    bench.network.memory().documents.put("states", "{\"%s\":{\"state\":\"ON\"}}".formatted(BULB));

    bench.start();

    assertThat(bench.last(BULB.toString()).text())
        .isEqualTo("{\"linkquality\":120,\"state\":\"ON\"}");
  }

  @Test
  void keepsSavedStatesToItselfWhereAsked() {
    bench.network.memory().documents.put("states", "{\"%s\":{\"state\":\"ON\"}}".formatted(BULB));
    bench.settings = new Settings("default", "zigbee2mqtt", LogLevel.INFO, true, true, false);

    bench.start();

    assertThat(bench.topics()).doesNotContain(BULB.toString());
    assertThat(publish(Map.of("a", 1)).text()).contains("\"state\":\"ON\"");
  }

  @Test
  void savesNoStatesWhereAsked() {
    bench.settings = new Settings("default", "zigbee2mqtt", LogLevel.INFO, true, false, true);
    bench.start();
    publish(Map.of("a", 1));

    bench.network.advance(Duration.ofSeconds(1));

    assertThat(bench.network.memory().documents).doesNotContainKey("states");
  }

  @Test
  void losesNothingOfAFloodAndKeepsItsOrder() {
    bench.start().forget();
    bulb.decoder =
        (message, device) -> {
          Map<String, Object> state = new LinkedHashMap<>();
          state.put("value", FakeDefinition.reported(message));
          return CompletableFuture.completedFuture(state);
        };

    for (int i = 0; i < 5_000; i++) {
      bench.receive(report(BULB, i));
    }

    List<String> states = bench.payloads(BULB.toString());
    assertThat(states).hasSize(5_000);
    for (int i = 0; i < 5_000; i++) {
      assertThat(states.get(i)).isEqualTo("{\"linkquality\":99,\"value\":" + i + "}");
    }
  }
}
