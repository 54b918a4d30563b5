package org.waggle.device.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.SetDriver;

/** Devices with several endpoints publish under the names that they expose. */
class EndpointsTest {

  private static final String ON = "18010a00001001";

  private static Bench bench(String endpoints) {
    return new Bench(
        JsonParser.parseString("{\"endpoints\":[" + endpoints + "]}").getAsJsonObject());
  }

  @Test
  void tellsASwitchFromALight() {
    Bench bench = bench("{\"id\":1,\"in\":[6]},{\"id\":2,\"in\":[6,8]}");
    DeviceDefinition definition = StandardDevicesTest.definition(bench);

    assertThat(bench.receive(definition, 1, 6, ON, OptionalInt.empty()))
        .isEqualTo(Map.of("state", "ON"));
    assertThat(bench.receive(definition, 2, 6, ON, OptionalInt.empty()))
        .isEqualTo(Map.of("state_2", "ON"));
  }

  @Test
  void namesAMeterByItsEndpoint() {
    Bench bench = bench("{\"id\":3,\"in\":[2820]}");
    DeviceDefinition definition = StandardDevicesTest.definition(bench);

    assertThat(bench.receive(definition, 3, 2820, "18010a0b05296400", OptionalInt.empty()))
        .isEqualTo(Map.of("power_3", 100));
  }

  @Test
  void leavesAMeterAtTheFirstEndpointWithoutName() {
    Bench bench = bench("{\"id\":1,\"in\":[6,2820]},{\"id\":2,\"in\":[6]}");
    DeviceDefinition definition = StandardDevicesTest.definition(bench);

    assertThat(bench.receive(definition, 1, 2820, "18010a0b05296400", OptionalInt.empty()))
        .isEqualTo(Map.of("power", 100));
  }

  @Test
  void setsTheStateOfAFan() {
    Bench bench = bench("{\"id\":1,\"in\":[514]}");
    SetDriver driver = new SetDriver(bench.device, StandardDevicesTest.definition(bench));

    driver.set(Map.of("state", "OFF"));

    assertThat(bench.log).containsExactly("write 1 514 0:48:00");
    assertThat(driver.published)
        .isEqualTo(Map.of("state", "OFF", "fan_state", "OFF", "fan_mode", "off"));
  }

  @Test
  void asksAboutEachLightOnce() {
    Bench bench = bench("{\"id\":1,\"in\":[768]},{\"id\":2,\"in\":[768]}");

    Bench.await(new StandardDevices().match(bench.device));

    assertThat(bench.log)
        .isEqualTo(
            List.of(
                "read 1 768 16394",
                "read 1 768 16395",
                "read 1 768 16396",
                "read 2 768 16394",
                "read 2 768 16395",
                "read 2 768 16396"));
  }

  @Test
  void assumesTheBestOfALightThatDoesNotAnswer() {
    Bench bench = bench("{\"id\":1,\"in\":[768]},{\"id\":2,\"in\":[768]}");
    bench.device.fakeEndpoint(1).fallSilent();
    bench.device.fakeEndpoint(2).fallSilent();

    DeviceDefinition definition =
        Bench.await(new StandardDevices().match(bench.device)).orElseThrow().definition();

    assertThat(bench.log).containsExactly("read 1 768 16394");
    assertThat(definition.meta()).containsEntry("supportsHueAndSaturation", true);
  }
}
