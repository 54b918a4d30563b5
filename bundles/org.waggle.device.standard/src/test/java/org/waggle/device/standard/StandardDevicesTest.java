package org.waggle.device.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.CatalogCheck;
import org.waggle.device.api.testing.Json;
import org.waggle.device.api.testing.Scenarios;

/** Compares with what Zigbee2MQTT makes of devices that it does not know. */
class StandardDevicesTest {

  static DeviceDefinition definition(Bench bench) {
    DeviceDefinition definition =
        Bench.await(new StandardDevices().match(bench.device)).orElseThrow().definition();
    bench.log.clear();
    return definition;
  }

  private static Stream<DynamicTest> each(Consumer<JsonObject> test) {
    JsonElement file = Json.resource(StandardDevicesTest.class, "definitions.json");
    return StreamSupport.stream(file.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.getAsJsonObject("device").get("name").getAsString(),
                    () -> test.accept(golden)));
  }

  @TestFactory
  Stream<DynamicTest> publishesTheDefinitionsOfZigbee2Mqtt() {
    return each(
        golden -> {
          Bench bench = new Bench(golden.getAsJsonObject("device"));

          DeviceDefinition definition = definition(bench);

          assertThat(bench.definitionText(definition))
              .isEqualTo(Json.text(golden.get("definition")));
          assertThat(Json.text(definition.endpointNames(bench.device.identity())))
              .isEqualTo(Json.text(golden.get("endpoints")));
          assertThat(definition.isConfigurable())
              .isEqualTo(golden.get("configurable").getAsBoolean());
        });
  }

  @TestFactory
  Stream<DynamicTest> configuresAsZigbee2Mqtt() {
    return each(
        golden -> {
          Bench bench = new Bench(golden.getAsJsonObject("device"));
          DeviceDefinition definition = definition(bench);

          boolean failed = false;
          try {
            Bench.await(definition.configure(bench.device));
          } catch (DeviceException e) {
            failed = true;
          }

          Set<String> expected = new LinkedHashSet<>();
          golden.getAsJsonArray("configure").forEach(line -> expected.add(line.getAsString()));
          List<String> sent = new ArrayList<>(bench.log);
          sent.removeIf(line -> line.startsWith("power source"));
          assertThat(new LinkedHashSet<>(sent)).containsExactlyElementsOf(expected);
          assertThat(failed).isEqualTo(!golden.get("configureError").isJsonNull());
        });
  }

  @TestFactory
  Stream<DynamicTest> servesWhatItExposes() {
    return each(
        golden -> {
          Bench bench = new Bench(golden.getAsJsonObject("device"));

          CatalogCheck.check(definition(bench), bench.device.identity());
        });
  }

  private static Stream<DynamicTest> scenarios(String name) {
    JsonObject file = Json.resource(StandardDevicesTest.class, name).getAsJsonObject();
    return new Scenarios(file, StandardDevicesTest::definition).tests();
  }

  @TestFactory
  Stream<DynamicTest> dimsAsZigbee2Mqtt() {
    return scenarios("dimmer.json");
  }

  @TestFactory
  Stream<DynamicTest> colorsByXyAsZigbee2Mqtt() {
    return scenarios("light-xy.json");
  }

  @TestFactory
  Stream<DynamicTest> colorsByHueAsZigbee2Mqtt() {
    return Stream.concat(scenarios("light-hs.json"), scenarios("light-hs-enhanced.json"));
  }

  @TestFactory
  Stream<DynamicContainer> sensesAndControlsAsZigbee2Mqtt() {
    return StreamSupport.stream(
            Json.resource(StandardDevicesTest.class, "behaviour.json")
                .getAsJsonArray()
                .spliterator(),
            false)
        .map(JsonElement::getAsJsonObject)
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getAsJsonObject("device").get("modelID").getAsString(),
                    new Scenarios(file, StandardDevicesTest::definition).tests()));
  }
}
