package org.waggle.device.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.device.api.sensing.Measurements.humidity;
import static org.waggle.device.api.sensing.Measurements.temperature;
import static org.waggle.device.api.sheet.DeviceSheet.device;
import static org.waggle.device.api.trait.NumericTrait.numeric;

import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.CatalogCheck;
import org.waggle.device.api.testing.SetDriver;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Scope;
import org.waggle.zcl.ZclType;

class DeviceSheetTest {

  private static final Attribute OFFSET =
      Attribute.manufacturerSpecific(0xFC11, 0x2003, ZclType.INT16, 0x1286);

  private final Bench bench =
      new Bench(
          JsonParser.parseString(
                  """
                  {"modelID":"SNZB-02D\\u0000 ","manufacturerName":"SONOFF",
                   "endpoints":[{"id":1,"in":[1026,64529]},{"id":2,"in":[1026]}]}""")
              .getAsJsonObject());

  private final DeviceDefinition sheet =
      device("SONOFF", "SNZB-02D")
          .describedAs("Temperature sensor with screen")
          .matching("SONOFF", "SNZB-02D")
          .exposing(
              temperature().at(Scope.only(1)),
              numeric("temperature_calibration", OFFSET).in("°C").decimals(2).settable(-50, 50));

  @Test
  void isWellFormed() {
    CatalogCheck.check(sheet, bench.device.identity());

    assertThat(sheet.runsInPlace()).isTrue();
    assertThat(sheet.isConfigurable()).isTrue();
  }

  @Test
  void matchesByManufacturerAndModelWhateverSurroundsThem() {
    assertThat(sheet.matches(bench.device.identity())).contains(Specificity.FINGERPRINT);
    assertThat(
            device("X", "Y")
                .matching("snzb-02d")
                .exposing(temperature())
                .matches(bench.device.identity()))
        .contains(Specificity.MODEL);
    assertThat(
            device("X", "Y")
                .matching("Other", "SNZB-02D")
                .exposing(temperature())
                .matches(bench.device.identity()))
        .isEmpty();
    assertThat(
            device("X", "Y")
                .matching("SONOFF", "SNZB-02D", d -> d.router() && d.endpoints().size() == 1)
                .exposing(temperature())
                .matches(bench.device.identity()))
        .isEmpty();
  }

  @Test
  void refusesNoMatchNoTraitAPropertyTwiceAndAnUnknownEndpoint() {
    DeviceSheet.Draft draft = device("X", "Y").matching("Y");

    assertThatThrownBy(() -> device("X", "Y").exposing(temperature()))
        .hasMessage("X Y matches nothing");
    assertThatThrownBy(draft::exposing).hasMessage("X Y has no trait");
    assertThatThrownBy(() -> draft.exposing(temperature(), humidity(), temperature()))
        .hasMessage("X Y exposes temperature twice");
    assertThatThrownBy(() -> draft.exposing(temperature().at(Scope.named("inside"))))
        .hasMessage("X Y has no endpoint inside");
  }

  @Test
  void asksWithTheManufacturerCode() {
    SetDriver driver = new SetDriver(bench.device, sheet);

    driver.set(Map.of("temperature_calibration", -1.5));
    driver.get(Map.of("temperature_calibration", ""));

    assertThat(bench.log)
        .containsExactly("write 1 64529 8195:41:6aff m4742", "read 1 64529 8195 m4742");
    assertThat(driver.published).isEqualTo(Map.of("temperature_calibration", -1.5));
  }

  @Test
  void listensToTheEndpointItIsAbout() {
    String report = "18010a0000296508";

    assertThat(bench.receive(sheet, 1, 0x402, report, OptionalInt.empty()))
        .containsOnlyKeys("temperature");
    assertThat(bench.receive(sheet, 2, 0x402, report, OptionalInt.empty())).isEmpty();
  }

  @Test
  void tellsEndpointsApartByName() {
    DeviceDefinition both =
        device("X", "Y")
            .matching("Y")
            .withEndpoint("inside", 1)
            .withEndpoint("outside", 2)
            .exposing(temperature().at(Scope.named("inside", "outside")));

    assertThat(bench.receive(both, 2, 0x402, "18010a0000296508", OptionalInt.empty()))
        .containsOnlyKeys("temperature_outside");
    Bench.await(both.configure(bench.device));
    assertThat(bench.log).contains("bind 1 1026", "bind 2 1026", "report 2 1026 0:41:10:3600:6400");
  }

  @Test
  void servesTheKeysOfEveryDevice() {
    assertThat(sheet.encoder("scene_store", Optional.empty())).isPresent();
    assertThat(sheet.encoder("nonsense", Optional.empty())).isEmpty();
  }

  @Test
  void failsToConfigureADeviceWithoutTheCluster() {
    DeviceDefinition wrong = device("X", "Y").matching("Y").exposing(humidity());

    assertThatThrownBy(() -> Bench.await(wrong.configure(bench.device)))
        .hasMessage("Device 0x00124b0000000001 has no input cluster 1029");
  }

  @Test
  void ignoresValuesThatAreNone() {
    assertThat(bench.receive(sheet, 1, 0x402, "18010a0000290080", OptionalInt.empty())).isEmpty();
  }
}
