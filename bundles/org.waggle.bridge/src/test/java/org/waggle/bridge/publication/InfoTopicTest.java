package org.waggle.bridge.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeNetwork;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.json.JsonValues;

final class InfoTopicTest {

  private final Bench bench = new Bench();

  private Map<String, Object> info() {
    return Bench.object(bench.last("bridge/info").text());
  }

  @Test
  void hasAllKeysThatClientsExpect() {
    bench.start();

    assertThat(info().keySet())
        .containsExactly(
            "commit",
            "config",
            "config_schema",
            "coordinator",
            "log_level",
            "mqtt",
            "network",
            "os",
            "permit_join",
            "restart_required",
            "version",
            "zigbee_herdsman",
            "zigbee_herdsman_converters");
    assertThat(bench.last("bridge/info").retain()).isTrue();
  }

  @Test
  void tellsOfNetworkAndBroker() {
    bench.start();

    assertThat(info())
        .containsEntry("version", "2.14.1+waggle.0.1.0")
        .containsEntry("log_level", "info")
        .containsEntry(
            "network",
            Map.of("channel", 11, "pan_id", 0x1a62, "extended_pan_id", "0x0807060504030201"))
        .containsEntry("mqtt", Map.of("server", "mqtt://127.0.0.1:1883", "version", 4))
        .containsEntry(
            "coordinator",
            Map.of(
                "ieee_address", "0x00124b0000000001",
                "type", "EmberZNet",
                "meta", Map.of("revision", "7.4.3 [GA]")));
    assertThat(JsonValues.object(info().get("os")).keySet())
        .containsExactly("cpus", "memory_mb", "node_version", "version");
  }

  @Test
  void showsTheConfigurationWithoutSecrets() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.start();

    Map<String, Object> config = JsonValues.object(info().get("config"));

    assertThat(JsonValues.object(config.get("devices")))
        .isEqualTo(Map.of(BULB.toString(), Map.of("friendly_name", BULB.toString())));
    assertThat(JsonValues.object(config.get("advanced")))
        .containsEntry("channel", 11)
        .containsEntry("ext_pan_id", List.of(1, 2, 3, 4, 5, 6, 7, 8))
        .doesNotContainKey("network_key");
    assertThat(JsonValues.object(config.get("mqtt")))
        .containsEntry("base_topic", "zigbee2mqtt")
        .doesNotContainKey("password");
    assertThat(JsonValues.object(JsonValues.object(info().get("config_schema")).get("definitions")))
        .containsOnlyKeys("device", "group");
  }

  @Test
  void tellsUntilWhenDevicesMayJoin() {
    bench.start();

    bench.request("permit_join", "{\"time\":60}");
    assertThat(info())
        .containsEntry("permit_join", true)
        .containsEntry(
            "permit_join_end", FakeNetwork.EPOCH.plus(Duration.ofSeconds(60)).toEpochMilli());

    bench.request("permit_join", "{\"time\":0}");
    assertThat(info()).containsEntry("permit_join", false).doesNotContainKey("permit_join_end");
  }

  @Test
  void waitsForTheCoordinatorToBeKnown() {
    bench.network.coordinator = Optional.empty();

    bench.start();

    assertThat(bench.topics()).doesNotContain("bridge/info");
  }
}
