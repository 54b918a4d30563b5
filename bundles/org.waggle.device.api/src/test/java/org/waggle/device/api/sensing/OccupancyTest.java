package org.waggle.device.api.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.device.api.sensing.Occupancy.occupancy;
import static org.waggle.device.api.sheet.DeviceSheet.device;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.testing.Bench;

class OccupancyTest {

  private static final String SOMEBODY = "18010a00001801";
  private static final String NOBODY = "18020a00001800";

  private final Bench bench =
      new Bench(
          JsonParser.parseString("{\"endpoints\":[{\"id\":1,\"in\":[1030]}]}").getAsJsonObject());
  private final DeviceDefinition sheet = device("X", "Y").matching("Y").exposing(occupancy());

  private Map<String, Object> receive(String frame) {
    return bench.receive(sheet, 1, 0x406, frame, OptionalInt.empty());
  }

  @Test
  void remindsOfHowLongNobodyWasThere() {
    bench.device.options.put("no_occupancy_since", List.of(10, 60));

    assertThat(receive(NOBODY)).isEqualTo(Map.of("occupancy", false));
    bench.device.runScheduled();

    assertThat(bench.device.published)
        .containsExactly(Map.of("no_occupancy_since", 10), Map.of("no_occupancy_since", 60));
  }

  @Test
  void forgetsThatWhenSomebodyComes() {
    bench.device.options.put("no_occupancy_since", List.of(10, 60));

    receive(NOBODY);
    assertThat(receive(SOMEBODY)).isEqualTo(Map.of("occupancy", true));
    bench.device.runScheduled();

    assertThat(bench.device.published).isEmpty();
  }

  @Test
  void saysNothingIfNotAsked() {
    receive(NOBODY);
    bench.device.runScheduled();

    assertThat(bench.device.published).isEmpty();
  }
}
