package org.waggle.bridge.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SENSOR;
import static org.waggle.bridge.Nodes.SWITCH;
import static org.waggle.bridge.Nodes.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;

final class GroupSyncTest {

  private final Bench bench = new Bench();
  private final FakeDefinition light = FakeDefinition.light("light");
  private final FakeDefinition plug = new FakeDefinition("plug").serving("state");
  private final FakeDefinition dual = new FakeDefinition("dual").serving("state");
  private Map<String, Object> said = Map.of();

  @BeforeEach
  void setUp() {
    dual.endpointNames = Map.of("left", 2, "right", 3);
    for (FakeDefinition definition : List.of(light, plug, dual)) {
      definition.decoder = (message, device) -> CompletableFuture.completedFuture(said);
      bench.with(definition);
    }
    bench.network.put(Nodes.router(BULB, "light", 1));
    bench.network.put(Nodes.router(SENSOR, "plug", 1));
    bench.network.put(Nodes.router(SWITCH, "dual", 2, 3));
    bench.network.put(
        new ZigbeeGroup(
            1,
            List.of(
                new EndpointAddress(BULB, 1),
                new EndpointAddress(SENSOR, 1),
                new EndpointAddress(SWITCH, 3))));
    bench.network.put(new ZigbeeGroup(2, List.of(new EndpointAddress(BULB, 1))));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            ("{\"devices\":{\"%s\":{\"friendly_name\":\"bulb\"},\"%s\":{\"friendly_name\":\"plug\"},"
                    + "\"%s\":{\"friendly_name\":\"dual\"}},\"groups\":{\"1\":{\"friendly_name\":\"g\"},"
                    + "\"2\":{\"friendly_name\":\"h\"}}}")
                .formatted(BULB, SENSOR, SWITCH));
    bench.start().forget();
  }

  private void says(IeeeAddress device, Map<String, Object> state) {
    said = state;
    bench.receive(report(device, 1));
  }

  @Test
  void sendsAGroupCommandToTheGroupAndTellsItsMembersAndTheirOtherGroups() {
    bench.send("g/set", "{\"state\":\"ON\",\"brightness\":50}");

    assertThat(((DeviceGroup) light.sets.get(0).target()).id()).isEqualTo(1);
    assertThat(((DeviceGroup) light.sets.get(0).target()).members()).hasSize(3);
    assertThat(bench.topics()).containsExactly("bulb", "plug", "dual", "h", "g");
    assertThat(bench.last("g").text()).isEqualTo("{\"brightness\":50,\"state\":\"ON\"}");
    assertThat(bench.last("bulb").text())
        .isEqualTo("{\"brightness\":50,\"linkquality\":120,\"state\":\"ON\"}");
    assertThat(bench.last("plug").text()).isEqualTo("{\"linkquality\":120,\"state\":\"ON\"}");
    assertThat(bench.last("dual").text()).isEqualTo("{\"linkquality\":120,\"state_right\":\"ON\"}");
    assertThat(bench.last("h").text()).isEqualTo("{\"brightness\":50,\"state\":\"ON\"}");
  }

  @Test
  void letsStandWhatAMemberReportsAfterACommandToTheGroup() {
    bench.send("g/set", "{\"state\":\"OFF\"}");

    says(BULB, Map.of("state", "ON"));

    assertThat(bench.last("bulb").text()).contains("\"state\":\"ON\"");
    assertThat(bench.last("g").text()).isEqualTo("{\"state\":\"ON\"}");
    assertThat(bench.last("plug").text()).contains("\"state\":\"OFF\"");
  }

  @Test
  void addressesGroupsByIdToo() {
    bench.send("1/set", "{\"state\":\"ON\"}");

    assertThat(bench.payloads("g")).containsExactly("{\"state\":\"ON\"}");
  }

  @Test
  void tellsAGroupWhatAMemberSays() {
    says(BULB, Map.of("state", "ON", "power", 5));

    assertThat(bench.last("g").text()).isEqualTo("{\"state\":\"ON\"}");
    assertThat(bench.last("h").text()).isEqualTo("{\"state\":\"ON\"}");
    assertThat(bench.topics()).doesNotContain("plug", "dual");
  }

  @Test
  void tellsAGroupOfTheEndpointThatIsInIt() {
    says(SWITCH, Map.of("state_left", "ON"));
    assertThat(bench.topics()).doesNotContain("g");

    says(SWITCH, Map.of("state_right", "ON"));
    assertThat(bench.last("g").text()).isEqualTo("{\"state\":\"ON\"}");
  }

  @Test
  void tellsAGroupTheSameOnceOnly() {
    says(BULB, Map.of("state", "ON"));
    says(SENSOR, Map.of("state", "ON"));

    assertThat(bench.payloads("g")).hasSize(1);
  }

  @Test
  void saysThatAGroupIsOffOnceAllMembersAre() {
    says(BULB, Map.of("state", "ON"));
    says(SWITCH, Map.of("state_right", "ON"));
    says(BULB, Map.of("state", "OFF"));
    assertThat(bench.last("g").text()).isEqualTo("{\"state\":\"ON\"}");

    says(SWITCH, Map.of("state_right", "OFF"));
    assertThat(bench.last("g").text()).isEqualTo("{\"state\":\"OFF\"}");
  }

  @Test
  void saysWhatTheLastMemberSaysWhereAsked() {
    bench.request(
        "group/options", "{\"id\":\"g\",\"options\":{\"off_state\":\"last_member_state\"}}");
    says(BULB, Map.of("state", "ON"));
    says(SENSOR, Map.of("state", "OFF"));

    assertThat(bench.last("g").text()).isEqualTo("{\"state\":\"OFF\"}");
  }

  @Test
  void leavesAGroupAloneThatIsNotOptimistic() {
    bench.request("group/options", "{\"id\":\"g\",\"options\":{\"optimistic\":false}}");
    bench.forget();

    says(BULB, Map.of("state", "ON"));

    assertThat(bench.topics()).contains("h").doesNotContain("g");
  }

  @Test
  void leavesDisabledMembersOut() {
    bench.request("device/options", "{\"id\":\"bulb\",\"options\":{\"disabled\":true}}");
    bench.forget();

    bench.send("g/set", "{\"state\":\"ON\"}");

    assertThat(bench.topics()).contains("plug").doesNotContain("bulb");
  }

  @Test
  void tellsNobodyWhatIsPublishedAtTheStart() {
    says(BULB, Map.of("state", "ON"));
    bench.network.advance(Duration.ofSeconds(1));
    bench
        .network
        .memory()
        .documents
        .computeIfPresent(
            "states", (name, json) -> json.replaceAll("\"[12]\":\\{[^}]*\\}", "\"9\":{}"));

    Bench next = new Bench(bench.network).with(light).start();

    assertThat(next.topics()).contains("bulb").doesNotContain("g");
  }

  @Test
  void tellsInTheLogThatNoMemberKnowsAKey() {
    bench.send("g/set", "{\"fan\":1}");

    assertThat(bench.lines("error"))
        .containsExactly("z2m: No converter available for 'fan' on 'g': (1)");
  }
}
