package org.waggle.device.api.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private final List<Expose> exposes =
      List.of(
          Expose.numeric("temperature", Access.STATE),
          Expose.numeric("power", Access.STATE).withEndpoint("left"),
          Expose.numeric("voltage", Access.STATE).withUnit("mV"),
          Expose.numeric("position", Access.STATE));

  @Test
  void roundsByDefault() {
    Map<String, Object> state =
        Calibration.of(exposes, Map.of())
            .apply(
                Map.of(
                    "temperature", new BigDecimal("21.499"), "position", new BigDecimal("1.234")));

    assertThat(state)
        .isEqualTo(
            Map.of("temperature", new BigDecimal("21.5"), "position", new BigDecimal("1.234")));
  }

  @Test
  void shiftsTemperaturesAndScalesPower() {
    Map<String, Object> state =
        Calibration.of(
                exposes,
                Map.of(
                    "temperature_calibration", "-0.25",
                    "temperature_precision", 1,
                    "power_calibration", 10))
            .apply(Map.of("temperature", 20, "power_left", 50));

    assertThat(state).isEqualTo(Map.of("temperature", new BigDecimal("19.8"), "power_left", 55));
  }

  @Test
  void offersOptionsForWhatCanBeCalibrated() {
    List<String> names =
        Calibration.options(exposes, Set.of()).stream()
            .map(option -> option.name().orElseThrow())
            .toList();

    assertThat(names)
        .containsExactly(
            "temperature_calibration",
            "temperature_precision",
            "power_calibration",
            "power_precision");
  }
}
