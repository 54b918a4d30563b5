package org.waggle.bridge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.report;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.zigbee.api.ZigbeeException;

final class DeviceRemoveTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench
        .network
        .memory()
        .documents
        .put("entities", "{\"devices\":{\"%s\":{\"friendly_name\":\"bulb\"}}}".formatted(BULB));
    bench.with(new FakeDefinition("bulb")).start();
    bench.receive(report(BULB, 7));
    bench.forget();
  }

  @Test
  void asksTheDeviceToLeaveAndForgetsAllAboutIt() {
    String response = bench.request("device/remove", "bulb").orElseThrow();

    assertThat(response)
        .isEqualTo(
            "{\"data\":{\"block\":false,\"clear_cache\":false,\"force\":false,\"id\":\"bulb\","
                + "\"keep_config\":false},\"status\":\"ok\"}");
    assertThat(bench.network.calls).containsExactly("remove " + BULB);
    assertThat(bench.topics())
        .containsExactly(
            "bulb", "bridge/groups", "bridge/devices", "bridge/response/device/remove");
    MqttMessage cleared = bench.last("bulb");
    assertThat(cleared.payload()).isEmpty();
    assertThat(cleared.retain()).isTrue();
    assertThat(bench.network.memory().documents.get("entities")).doesNotContain("bulb");
  }

  @Test
  void onlyForgetsItByForceAndBlocksIt() {
    String response =
        bench
            .request("device/remove", "{\"id\":\"bulb\",\"force\":true,\"block\":true}")
            .orElseThrow();

    assertThat(response).contains("\"block\":true").contains("\"force\":true");
    assertThat(bench.network.calls).containsExactly("remove " + BULB + " by force");
    assertThat(bench.network.memory().documents.get("entities"))
        .contains("\"blocklist\":[\"" + BULB + "\"]");
  }

  @Test
  void sendsABlockedDeviceAwayWhenItComesBack() {
    bench.request("device/remove", "{\"id\":\"bulb\",\"block\":true}");
    bench.forget();

    bench.network.tell(
        listener -> listener.joined(bench.network.put(Nodes.router(BULB, "bulb", 1))));

    assertThat(bench.topics()).doesNotContain("bridge/event");
    assertThat(bench.network.node(BULB)).isEmpty();
  }

  @Test
  void keepsNameAndOptionsWhereAsked() {
    bench.request("device/remove", "{\"id\":\"bulb\",\"keep_config\":true}");

    assertThat(bench.network.memory().documents.get("entities")).contains("\"bulb\"");
  }

  @Test
  void answersThatTheDeviceDidNotLeave() {
    bench.network.failure =
        Optional.of(new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "no answer"));

    assertThat(bench.request("device/remove", "{\"id\":\"bulb\"}"))
        .contains(
            "{\"data\":{},\"error\":\"Failed to remove device 'bulb' (block: false, force: false,"
                + " keep config: false, clear cache: false) (Error: no answer)\","
                + "\"status\":\"error\"}");
    assertThat(bench.network.node(BULB)).isPresent();
    assertThat(bench.topics()).containsExactly("bridge/response/device/remove");
  }
}
