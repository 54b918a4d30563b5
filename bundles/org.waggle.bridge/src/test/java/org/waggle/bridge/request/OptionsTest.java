package org.waggle.bridge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.json.JsonValues;
import org.waggle.device.api.DeviceEvent;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;

final class OptionsTest {

  private final Bench bench = new Bench();
  private final FakeDefinition bulb = new FakeDefinition("bulb");

  @BeforeEach
  void setUp() {
    bulb.options = List.of(Expose.numeric("transition", Access.SET));
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            ("{\"devices\":{\"%s\":{\"friendly_name\":\"bulb\",\"description\":\"old\"}},"
                    + "\"groups\":{\"1\":{\"friendly_name\":\"g\"}}}")
                .formatted(BULB));
    bench.with(bulb).start().forget();
  }

  @Test
  void mergesOptionsAndTellsWhatTheyWereAndAre() {
    String response =
        bench
            .request("device/options", "{\"id\":\"bulb\",\"options\":{\"transition\":1.5}}")
            .orElseThrow();

    assertThat(response)
        .isEqualTo(
            "{\"data\":{\"from\":{\"description\":\"old\"},\"id\":\"bulb\","
                + "\"restart_required\":false,"
                + "\"to\":{\"description\":\"old\",\"transition\":1.5}},\"status\":\"ok\"}");
    assertThat(bench.topics())
        .containsExactly(
            "bridge/info", "bridge/response/device/options", "bridge/devices", "bridge/info");
    assertThat(bench.lines("warning")).isEmpty();
    assertThat(bulb.events).contains(DeviceEvent.OPTIONS_CHANGED);
    assertThat(config("devices").get(BULB.toString()))
        .isEqualTo(
            Map.of(
                "friendly_name",
                "bulb",
                "description",
                "old",
                "transition",
                new BigDecimal("1.5")));
  }

  private Map<String, Object> config(String section) {
    Map<String, Object> info = Bench.object(bench.last("bridge/info").text());
    return JsonValues.object(JsonValues.object(info.get("config")).get(section));
  }

  @Test
  void showsDescriptionAndDisabledInTheList() {
    bench.request(
        "device/options",
        "{\"id\":\"bulb\",\"options\":{\"description\":\"new\",\"disabled\":true}}");

    assertThat(bench.listed(BULB))
        .containsEntry("description", "new")
        .containsEntry("disabled", true);
  }

  @Test
  void takesOptionsAwayWithNullButKeepsAMeaningfulNull() {
    bench.request(
        "device/options",
        "{\"id\":\"bulb\",\"options\":{\"description\":null,\"homeassistant\":null}}");

    assertThat(bench.network.memory().documents.get("entities"))
        .contains("{\"friendly_name\":\"bulb\",\"homeassistant\":null}");
  }

  @Test
  void cannotChangeTheName() {
    bench.request(
        "device/options", "{\"id\":\"bulb\",\"options\":{\"friendly_name\":\"x\",\"devices\":1}}");

    assertThat(config("devices").get(BULB.toString()))
        .isEqualTo(Map.of("friendly_name", "bulb", "description", "old"));
  }

  @Test
  void keepsUnknownOptionsWithAWarning() {
    bench.request("device/options", "{\"id\":\"bulb\",\"options\":{\"magic\":1}}");

    assertThat(bench.lines("warning"))
        .containsExactly("z2m: Device 'bulb' does not support option 'magic'");
    assertThat(bench.network.memory().documents.get("entities")).contains("\"magic\":1");
  }

  @Test
  void remembersThatARestartIsRequired() {
    String first =
        bench
            .request("device/options", "{\"id\":\"bulb\",\"options\":{\"debounce\":1}}")
            .orElseThrow();
    String second =
        bench
            .request("device/options", "{\"id\":\"bulb\",\"options\":{\"transition\":1}}")
            .orElseThrow();

    assertThat(first).contains("\"restart_required\":true");
    assertThat(second).contains("\"restart_required\":true");
    assertThat(bench.last("bridge/info").text()).contains("\"restart_required\":true");
    assertThat(bench.lines("info"))
        .contains("z2m: New config for device bulb requires restart to take effect");
  }

  @Test
  void changesOptionsOfGroups() {
    String response =
        bench
            .request("group/options", "{\"id\":1,\"options\":{\"description\":\"all\"}}")
            .orElseThrow();

    assertThat(response)
        .isEqualTo(
            "{\"data\":{\"from\":{},\"id\":1,\"restart_required\":false,"
                + "\"to\":{\"description\":\"all\"}},\"status\":\"ok\"}");
    assertThat(bench.topics()).containsExactly("bridge/info", "bridge/response/group/options");
    bench.request("group/add", "h");
    assertThat(bench.last("bridge/groups").text())
        .startsWith(
            "[{\"description\":\"all\",\"friendly_name\":\"g\",\"id\":1,\"members\":[],"
                + "\"scenes\":[]}");
  }
}
