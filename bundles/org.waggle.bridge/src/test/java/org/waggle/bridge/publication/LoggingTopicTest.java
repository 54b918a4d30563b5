package org.waggle.bridge.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.report;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.log.LogLevel;
import org.waggle.bridge.setup.Settings;

final class LoggingTopicTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.with(new FakeDefinition("bulb"));
  }

  @Test
  void tellsOfEachMessageThatIsPublished() {
    bench.start().forget();

    bench.receive(report(BULB, 7));

    assertThat(bench.payloads("bridge/logging"))
        .containsExactly(
            ("{\"level\":\"info\",\"message\":\"z2m:mqtt: MQTT publish: topic 'zigbee2mqtt/%s',"
                    + " payload '{\\\"linkquality\\\":99,\\\"value\\\":7}'\"}")
                .formatted(BULB));
    assertThat(bench.last("bridge/logging").retain()).isFalse();
  }

  @Test
  void tellsNobodyIfNobodyListens() {
    bench.start().forget();
    bench.mqtt.audience = false;

    bench.receive(report(BULB, 7));

    assertThat(bench.payloads(BULB.toString())).hasSize(1);
    assertThat(bench.payloads("bridge/logging")).isEmpty();
  }

  @Test
  void tellsEqualLinesInARowOnce() {
    bench.start().forget();

    bench.send("nobody/set", "{}");
    bench.send("nobody/set", "{}");
    bench.send("other/set", "{}");
    bench.send("nobody/set", "{}");

    assertThat(bench.lines("error"))
        .containsExactly(
            "z2m: Entity 'nobody' is unknown",
            "z2m: Entity 'other' is unknown",
            "z2m: Entity 'nobody' is unknown");
  }

  @Test
  void keepsTheLargeTopicsAndItselfOut() {
    bench.start();

    assertThat(String.join("\n", bench.payloads("bridge/logging")))
        .contains("bridge/state")
        .doesNotContain("topic 'zigbee2mqtt/bridge/info'")
        .doesNotContain("topic 'zigbee2mqtt/bridge/devices'")
        .doesNotContain("topic 'zigbee2mqtt/bridge/groups'")
        .doesNotContain("topic 'zigbee2mqtt/bridge/logging'");
  }

  @Test
  void tellsNoMoreThanTheLevelAllows() {
    bench.settings = new Settings("default", "zigbee2mqtt", LogLevel.ERROR, true, true, true);
    bench.start();

    bench.receive(report(BULB, 7));
    bench.send("nobody/set", "{}");

    assertThat(bench.payloads("bridge/logging")).hasSize(1);
  }

  @Test
  void neverTellsDetails() {
    bench.settings = new Settings("default", "zigbee2mqtt", LogLevel.DEBUG, true, true, true);
    bench.start();

    bench.send(BULB + "/set", "{}");

    assertThat(bench.lines("debug")).isEmpty();
  }

  @Test
  void dropsAMessageWhoseTopicHasWildcards() {
    bench.start().forget();

    bench.bridge().publish("a/+/b", "x", PublishOptions.DEFAULT);
    bench.network.settle();

    assertThat(bench.topics()).isEmpty();
    assertThat(bench.lines("error"))
        .containsExactly("z2m: Topic 'a/+/b' includes wildcard characters, skipping publish.");
  }
}
