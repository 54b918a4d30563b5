package org.waggle.device.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.waggle.device.api.DeviceDefinition;

/**
 * Rows of a table: what a device is sent, sends, and what comes of it.
 *
 * <p>A file has a {@code device}, and {@code scenarios} of {@code steps} that share a state. A step
 * is a {@code set}, a {@code get}, or a frame to {@code receive}; {@code log} is what the device is
 * sent, {@code publish} what becomes of the state.
 */
public final class Scenarios {

  private final JsonObject file;
  private final Function<Bench, DeviceDefinition> definitions;

  public Scenarios(JsonObject file, Function<Bench, DeviceDefinition> definitions) {
    this.file = file;
    this.definitions = definitions;
  }

  /** A test for each scenario. */
  public Stream<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonElement element : file.getAsJsonArray("scenarios")) {
      JsonObject scenario = element.getAsJsonObject();
      String name =
          scenario.has("name")
              ? scenario.get("name").getAsString()
              : scenario.getAsJsonArray("steps").get(0).toString();
      tests.add(DynamicTest.dynamicTest(name, () -> check(scenario)));
    }
    return tests.stream();
  }

  private void check(JsonObject scenario) {
    Bench bench = new Bench(file.getAsJsonObject("device"));
    DeviceDefinition definition = definitions.apply(bench);
    bench.device.servedBy(definition);
    bench.device.options.putAll(Json.object(scenario.get("options")));
    Map<String, Object> state = Json.object(scenario.get("state"));
    FakeGroup group = group(scenario, bench, definition);
    for (JsonElement element : scenario.getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      bench.log.clear();
      bench.device.state.clear();
      bench.device.state.putAll(state);
      Map<String, Object> published =
          step.has("receive")
              ? receive(bench, definition, step)
              : drive(bench, definition, step, group, state);
      state = merged(state, published);
    }
  }

  private FakeGroup group(JsonObject scenario, Bench bench, DeviceDefinition definition) {
    if (!scenario.has("group")) {
      return null;
    }
    JsonObject other = file.getAsJsonObject("device").deepCopy();
    other.addProperty("ieeeAddr", "0x00124b0000000002");
    Bench second = new Bench(other);
    second.device.servedBy(definition);
    second.device.state.putAll(Json.object(scenario.get("state")));
    return new FakeGroup(
        scenario.get("group").getAsInt(),
        List.of(bench.device.endpoints().get(0), second.device.endpoints().get(0)),
        bench.log);
  }

  private static Map<String, Object> receive(
      Bench bench, DeviceDefinition definition, JsonObject step) {
    JsonObject frame = step.getAsJsonObject("receive");
    Map<String, Object> state =
        bench.receive(
            definition,
            frame.get("endpoint").getAsInt(),
            frame.get("cluster").getAsInt(),
            frame.get("frame").getAsString(),
            frame.has("group")
                ? OptionalInt.of(frame.get("group").getAsInt())
                : OptionalInt.empty());
    assertThat(Json.text(state)).as("%s", step).isEqualTo(Json.text(step.get("publish")));
    return state;
  }

  private static Map<String, Object> drive(
      Bench bench,
      DeviceDefinition definition,
      JsonObject step,
      FakeGroup group,
      Map<String, Object> state) {
    SetDriver driver = new SetDriver(bench.device, definition);
    if (step.has("get")) {
      driver.get(Json.object(step.get("get")));
    } else if (group != null) {
      driver.set(group, Json.object(step.get("set")), state);
    } else {
      driver.set(Json.object(step.get("set")));
    }
    bench.device.runScheduled();
    List<String> expected = new ArrayList<>();
    step.getAsJsonArray("log").forEach(line -> expected.add(line.getAsString()));
    assertThat(bench.log).as("%s", step).isEqualTo(expected);
    if (step.has("publish")) {
      assertThat(Json.text(driver.published))
          .as("%s", step)
          .isEqualTo(Json.text(step.get("publish")));
    }
    assertThat(Json.text(driver.memberStates))
        .as("%s", step)
        .isEqualTo(step.has("members") ? Json.text(step.get("members")) : "{}");
    int errors = step.has("errors") ? step.getAsJsonArray("errors").size() : 0;
    assertThat(driver.errors).as("%s", step).hasSize(errors);
    return driver.published;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> merged(Map<String, Object> old, Map<String, Object> more) {
    Map<String, Object> result = new LinkedHashMap<>(old);
    more.forEach(
        (key, value) ->
            result.put(
                key,
                value instanceof Map && result.get(key) instanceof Map
                    ? merged((Map<String, Object>) result.get(key), (Map<String, Object>) value)
                    : value));
    return result;
  }
}
