package org.waggle.device.api.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.device.api.sheet.DeviceSheet.device;

import com.google.gson.JsonParser;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.trait.Scope;

class SimulatedBrightnessTest {

  private static final String TO_100 = "0101046400000000";
  private static final String MOVE_DOWN = "01020101320000";
  private static final String STOP = "0103030000";

  private final Bench bench =
      new Bench(
          JsonParser.parseString("{\"endpoints\":[{\"id\":1,\"in\":[],\"out\":[8]}]}")
              .getAsJsonObject());
  private final DeviceDefinition sheet =
      device("X", "Y").matching("Y").exposing(Remotes.level(Scope.ALL));

  private Map<String, Object> receive(String frame) {
    return bench.receive(sheet, 1, 8, frame, OptionalInt.empty());
  }

  @Test
  void changesWhileTheButtonIsHeld() {
    bench.device.options.put("simulated_brightness", Map.of("delta", 30));

    receive(TO_100);
    assertThat(receive(MOVE_DOWN)).containsEntry("action", "brightness_move_down");
    bench.device.runScheduled();
    bench.device.runScheduled();
    receive(STOP);
    bench.device.runScheduled();

    assertThat(bench.device.published)
        .containsExactly(
            Map.of("brightness", 70, "action_brightness_delta", -30),
            Map.of("brightness", 40, "action_brightness_delta", -30));
  }

  @Test
  void isNotThereUnlessWanted() {
    assertThat(receive(TO_100)).doesNotContainKey("brightness");
  }
}
