package org.waggle.bridge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeGroup;

final class GroupRequestsTest {

  private final Bench bench = new Bench();
  private final FakeDefinition dual = FakeDefinition.light("dual");

  @BeforeEach
  void setUp() {
    dual.endpointNames = Map.of("left", 2, "right", 3);
    bench.network.put(Nodes.router(BULB, "dual", 2, 3));
    bench.with(dual).start();
    bench.request("group/add", "{\"friendly_name\":\"g\",\"id\":5}");
    bench.forget();
  }

  @Test
  void listsANewGroupBeforeItAnswers() {
    bench.request("group/add", "h");

    assertThat(bench.topics()).containsExactly("bridge/groups", "bridge/response/group/add");
    assertThat(bench.last("bridge/groups").text())
        .isEqualTo(
            "[{\"friendly_name\":\"h\",\"id\":1,\"members\":[],\"scenes\":[]},"
                + "{\"friendly_name\":\"g\",\"id\":5,\"members\":[],\"scenes\":[]}]");
    assertThat(bench.network.calls).contains("createGroup 1");
  }

  @Test
  void addsAndRemovesNamedEndpoints() {
    bench.request(
        "group/members/add",
        "{\"group\":\"g\",\"device\":\"" + BULB + "\",\"endpoint\":\"right\"}");
    assertThat(bench.last("bridge/groups").text())
        .contains("\"members\":[{\"endpoint\":3,\"ieee_address\":\"" + BULB + "\"}]");
    assertThat(bench.topics())
        .containsExactly("bridge/response/group/members/add", "bridge/groups");

    bench.request(
        "group/members/remove", "{\"group\":\"5\",\"device\":\"" + BULB + "\",\"endpoint\":3}");
    assertThat(bench.last("bridge/groups").text()).contains("\"members\":[]");
  }

  @Test
  void removesFromAllGroups() {
    bench.request("group/members/add", "{\"group\":\"g\",\"device\":\"" + BULB + "\"}");

    bench.request("group/members/remove_all", "{\"device\":\"" + BULB + "\"}");

    assertThat(bench.network.calls).endsWith("removeFromAllGroups " + BULB + "/2");
    assertThat(bench.last("bridge/groups").text()).contains("\"members\":[]");
  }

  @Test
  void answersThatADeviceDoesNotTakePart() {
    bench.network.failure =
        Optional.of(new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "no answer"));
    assertThat(bench.request("group/members/add", "{\"group\":\"g\",\"device\":\"" + BULB + "\"}"))
        .contains(
            "{\"data\":{},\"error\":\"Failed to add to group (no answer)\",\"status\":\"error\"}");

    bench.network.failure =
        Optional.of(new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "no answer"));
    assertThat(
            bench.request("group/members/remove", "{\"group\":\"g\",\"device\":\"" + BULB + "\"}"))
        .contains(
            "{\"data\":{},\"error\":\"Failed to remove from group (no answer)\","
                + "\"status\":\"error\"}");
  }

  @Test
  void removesAGroupWithItsState() {
    bench.request("group/members/add", "{\"group\":\"g\",\"device\":\"" + BULB + "\"}");
    bench.send("g/set", "{\"state\":\"ON\"}");
    bench.forget();

    String response = bench.request("group/remove", "{\"id\":\"g\",\"force\":true}").orElseThrow();

    assertThat(response).isEqualTo("{\"data\":{\"force\":true,\"id\":\"g\"},\"status\":\"ok\"}");
    assertThat(bench.network.calls).endsWith("removeGroup 5 by force");
    assertThat(bench.topics())
        .containsExactly("g", "bridge/groups", "bridge/response/group/remove");
    assertThat(bench.last("g").retain()).isTrue();
    assertThat(bench.last("bridge/groups").text()).isEqualTo("[]");
    assertThat(bench.bridge().entity("g")).isEmpty();
  }

  @Test
  void answersThatAGroupWasNotRemoved() {
    bench.network.failure =
        Optional.of(new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "no answer"));

    assertThat(bench.request("group/remove", "{\"id\":\"g\"}"))
        .contains(
            "{\"data\":{},\"error\":\"Failed to remove group 'g' (force: false) (Error: no"
                + " answer)\",\"status\":\"error\"}");
  }

  @Test
  void renamesAGroup() {
    bench.request("group/rename", "{\"from\":\"g\",\"to\":\"all lights\"}");

    assertThat(bench.topics())
        .containsExactly("g", "bridge/groups", "bridge/info", "bridge/response/group/rename");
    assertThat(bench.last("bridge/groups").text()).contains("\"friendly_name\":\"all lights\"");
  }

  @Test
  void keepsGroupsOverARestart() {
    Bench next = new Bench(bench.network).start();

    assertThat(next.last("bridge/groups").text()).contains("\"friendly_name\":\"g\"");
  }

  @Test
  void showsTheDefaultBindGroupByItsName() {
    bench.network.put(new ZigbeeGroup(901, List.of()));

    Bench next = new Bench(bench.network).start();

    assertThat(next.last("bridge/groups").text())
        .contains("{\"friendly_name\":\"default_bind_group\",\"id\":901");
  }
}
