package org.waggle.device.aqara;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.CatalogCheck;
import org.waggle.device.api.testing.Json;
import org.waggle.device.api.testing.Scenarios;
import org.waggle.zcl.Octets;

class AqaraDevicesTest {

  private final JsonObject file =
      Json.resource(AqaraDevicesTest.class, "WSDCGQ11LM.json").getAsJsonObject();
  private final Bench bench = new Bench(file.getAsJsonObject("device"));

  private static DeviceDefinition definition(Bench bench) {
    return Bench.await(new AqaraDevices().match(bench.device)).orElseThrow().definition();
  }

  @Test
  void publishesTheDefinitionOfZigbee2Mqtt() {
    assertThat(bench.definitionText(definition(bench)))
        .isEqualTo(Json.text(file.get("definition")));
  }

  @Test
  void readsTheStructItSendsEveryHour() {
    String frameOfARealSensor =
        "1c5f11000a01ff42250121db0b0421a8430521be0006240200000000"
            + "6429c3086521d012662b448a01000a210000";

    Map<String, Object> state =
        bench.receive(definition(bench), 1, 0, frameOfARealSensor, OptionalInt.empty());

    assertThat(Json.text(state))
        .isEqualTo(
            Json.text(
                Json.object(
                    """
                    {"voltage":3035,"battery":100,"power_outage_count":189,
                     "temperature":22.43,"humidity":48.16,"pressure":1009.3}""")));
  }

  @Test
  void takesFromACutOffStructWhatIsThere() {
    assertThat(XiaomiStruct.parse(Octets.ofHex("0121db0b0421")).keySet()).containsExactly(1);
    assertThat(XiaomiStruct.parse(Octets.ofHex("0121db0b04f5a8")).keySet()).containsExactly(1);
    assertThat(XiaomiStruct.parse(Octets.ofHex("0121db0b00")).keySet()).containsExactly(1);
  }

  @Test
  void saysThatItRunsOnABattery() {
    Bench.await(definition(bench).configure(bench.device));

    assertThat(bench.log).containsExactly("power source 3");
  }

  @TestFactory
  Stream<DynamicTest> tellsWhatZigbee2MqttTells() {
    return new Scenarios(file, AqaraDevicesTest::definition).tests();
  }

  @Test
  void isWellFormed() {
    CatalogCheck.check(new AqaraDevices(), bench.device.identity());
  }
}
