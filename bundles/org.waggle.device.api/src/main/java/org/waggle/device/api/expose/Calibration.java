package org.waggle.device.api.expose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;

/**
 * What users may adjust about measured values: an offset ({@code temperature_calibration}) and the
 * number of decimals ({@code temperature_precision}). Values of these names are always rounded.
 *
 * <p>To be applied once to whatever a definition made of a message, or publishes later; not to what
 * was set. Immutable.
 */
public final class Calibration {

  private static final String CALIBRATION = "_calibration";
  private static final String PRECISION = "_precision";

  /** Decimals unless the user says otherwise. */
  private static final Map<String, Integer> DECIMALS =
      Map.ofEntries(
          Map.entry("ac_frequency", 2),
          Map.entry("temperature", 2),
          Map.entry("humidity", 2),
          Map.entry("pressure", 1),
          Map.entry("pm25", 0),
          Map.entry("power", 2),
          Map.entry("current", 2),
          Map.entry("current_phase_b", 2),
          Map.entry("current_phase_c", 2),
          Map.entry("current_neutral", 2),
          Map.entry("voltage", 2),
          Map.entry("voltage_phase_b", 2),
          Map.entry("voltage_phase_c", 2),
          Map.entry("power_phase_b", 2),
          Map.entry("power_phase_c", 2),
          Map.entry("energy", 2),
          Map.entry("device_temperature", 0),
          Map.entry("soil_moisture", 2),
          Map.entry("co2", 0),
          Map.entry("illuminance", 0),
          Map.entry("voc", 0),
          Map.entry("formaldehyd", 0),
          Map.entry("co", 0));

  private static final List<String> PROPORTIONAL =
      List.of("current", "energy", "voltage", "power", "illuminance");

  /**
   * What is done to one property.
   *
   * @param offset in percent where it is proportional
   */
  private record Adjustment(String property, double offset, boolean proportional, int decimals) {

    Number apply(Number number) {
      double value = number.doubleValue();
      return Numbers.round(value + (proportional ? value * offset / 100 : offset), decimals);
    }
  }

  private final List<Adjustment> adjustments;

  private Calibration(List<Adjustment> adjustments) {
    this.adjustments = List.copyOf(adjustments);
  }

  /**
   * The calibration of a device.
   *
   * @param exposes of the definition that serves it
   * @param options in force for it; text that reads as a number counts as one
   */
  public static Calibration of(
      List<Expose> exposes, Map<String, ? extends @Nullable Object> options) {
    List<Adjustment> adjustments = new ArrayList<>();
    for (Expose expose : exposes) {
      String name = expose.name().orElse("");
      Integer decimals = DECIMALS.get(name);
      if (decimals != null) {
        adjustments.add(
            new Adjustment(
                expose.property().orElse(""),
                number(options, name + CALIBRATION).map(BigDecimal::doubleValue).orElse(0.0),
                isProportional(name),
                number(options, name + PRECISION).map(BigDecimal::intValue).orElse(decimals)));
      }
    }
    return new Calibration(adjustments);
  }

  private static Optional<BigDecimal> number(
      Map<String, ? extends @Nullable Object> options, String option) {
    return Numbers.parse(options.get(option));
  }

  /**
   * The options for what a definition exposes.
   *
   * @param taken names of exposes that get none
   */
  public static List<Expose> options(List<Expose> exposes, Set<String> taken) {
    Set<String> done = new HashSet<>(taken);
    List<Expose> options = new ArrayList<>();
    for (Expose expose : exposes) {
      String name = expose.name().orElse("");
      Integer decimals = DECIMALS.get(name);
      if (decimals == null || !expose.type().equals("numeric") || isBatteryVoltage(expose)) {
        continue;
      }
      if (done.add(name)) {
        options.add(calibration(name));
        if (decimals != 0) {
          options.add(precision(name));
        }
      }
    }
    return options;
  }

  private static boolean isBatteryVoltage(Expose expose) {
    return expose.name().equals(Optional.of("voltage")) && expose.unit().equals(Optional.of("mV"));
  }

  private static Expose calibration(String name) {
    return Expose.numeric(name + CALIBRATION, Access.SET)
        .withDescription(
            "Calibrates the %s value (%s offset), takes into effect on next report of device."
                .formatted(name, isProportional(name) ? "percentual" : "absolute"))
        .withStep(new BigDecimal("0.1"));
  }

  private static Expose precision(String name) {
    return Expose.numeric(name + PRECISION, Access.SET)
        .withRange(0, 3)
        .withDescription(
            "Number of digits after decimal point for "
                + name
                + ", takes into effect on next report of device. This option can only decrease the"
                + " precision, not increase it.");
  }

  /**
   * Calibrates and rounds.
   *
   * @return {@code state}, or a changed copy
   */
  public Map<String, @Nullable Object> apply(Map<String, @Nullable Object> state) {
    Map<String, @Nullable Object> result = state;
    for (Adjustment adjustment : adjustments) {
      if (state.get(adjustment.property) instanceof Number number) {
        if (result == state) {
          result = new LinkedHashMap<>(state);
        }
        result.put(adjustment.property, adjustment.apply(number));
      }
    }
    return result;
  }

  private static boolean isProportional(String name) {
    return PROPORTIONAL.stream().anyMatch(name::startsWith);
  }
}
