package org.waggle.device.ajaxonline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceMatch;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.CatalogCheck;
import org.waggle.device.api.testing.Json;
import org.waggle.device.api.testing.Scenarios;

class AjaxOnlineDevicesTest {

  private final JsonObject file =
      Json.resource(AjaxOnlineDevicesTest.class, "ZB_A60_RGBCW.json").getAsJsonObject();

  private static DeviceDefinition definition(Bench bench) {
    return Bench.await(new AjaxOnlineDevices().match(bench.device)).orElseThrow().definition();
  }

  @Test
  void publishesTheDefinitionOfZigbee2Mqtt() {
    Bench bench = new Bench(file.getAsJsonObject("device"));

    DeviceDefinition definition = definition(bench);

    assertThat(bench.definitionText(definition)).isEqualTo(Json.text(file.get("definition")));
  }

  @Test
  void recognizesTheBulbByItsModelWhoeverMadeIt() {
    JsonObject device = file.getAsJsonObject("device").deepCopy();
    device.addProperty("manufacturerName", "Somebody");

    DeviceMatch match =
        Bench.await(new AjaxOnlineDevices().match(new Bench(device).device)).orElseThrow();

    assertThat(match.specificity()).isEqualTo(Specificity.MODEL);
  }

  @Test
  void readsWhatTheBulbCanDoWhenConfigured() {
    Bench bench = new Bench(file.getAsJsonObject("device"));

    Bench.await(definition(bench).configure(bench.device));

    assertThat(bench.log).containsExactly("read 1 768 16394", "read 1 768 16395,16396");
  }

  @TestFactory
  Stream<DynamicTest> speaksAsZigbee2Mqtt() {
    return new Scenarios(file, AjaxOnlineDevicesTest::definition).tests();
  }

  @Test
  void isWellFormed() {
    CatalogCheck.check(
        new AjaxOnlineDevices(), new Bench(file.getAsJsonObject("device")).device.identity());
  }
}
