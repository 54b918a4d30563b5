package org.waggle.device.api.climate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.Reception;

/** All that the Thermostat cluster may tell. */
final class ThermostatDecoder {

  /** A temperature; {@code filtered} if a device may say that it does not know by nonsense. */
  private record Temperature(
      String property, Attribute attribute, int decimals, boolean filtered) {}

  private record Choice(String property, Attribute attribute, Map<Long, String> names) {}

  private static final BigDecimal ABSOLUTE_ZERO = new BigDecimal("-273.15");
  private static final double FULL_DEMAND = 255;

  private static final Attribute OCCUPANCY = at("occupancy");
  private static final Attribute HEATING_DEMAND = at("pIHeatingDemand");
  private static final Attribute COOLING_DEMAND = at("pICoolingDemand");
  private static final Attribute HOLD = at("tempSetpointHold");
  private static final Attribute HOLD_DURATION = at("tempSetpointHoldDuration");
  private static final Attribute REMOTE_SENSING = at("remoteSensing");

  private static final Map<Long, String> SYSTEM_MODES =
      Map.of(
          0L, "off",
          1L, "auto",
          3L, "cool",
          4L, "heat",
          5L, "emergency_heating",
          6L, "precooling",
          7L, "fan_only",
          8L, "dry",
          9L, "sleep");

  private static final List<Temperature> TEMPERATURES =
      List.of(
          new Temperature("local_temperature", at("localTemp"), 2, true),
          new Temperature(
              "local_temperature_calibration", at("localTemperatureCalibration"), 1, false),
          new Temperature("outdoor_temperature", at("outdoorTemp"), 2, true),
          new Temperature("occupied_heating_setpoint", at("occupiedHeatingSetpoint"), 2, true),
          new Temperature("unoccupied_heating_setpoint", at("unoccupiedHeatingSetpoint"), 2, false),
          new Temperature("occupied_cooling_setpoint", at("occupiedCoolingSetpoint"), 2, false),
          new Temperature("unoccupied_cooling_setpoint", at("unoccupiedCoolingSetpoint"), 2, false),
          new Temperature("setpoint_change_amount", at("setpointChangeAmount"), 2, false),
          new Temperature("min_heat_setpoint_limit", at("minHeatSetpointLimit"), 2, true),
          new Temperature("max_heat_setpoint_limit", at("maxHeatSetpointLimit"), 2, true),
          new Temperature("abs_min_heat_setpoint_limit", at("absMinHeatSetpointLimit"), 2, true),
          new Temperature("abs_max_heat_setpoint_limit", at("absMaxHeatSetpointLimit"), 2, true),
          new Temperature("abs_min_cool_setpoint_limit", at("absMinCoolSetpointLimit"), 2, true),
          new Temperature("abs_max_cool_setpoint_limit", at("absMaxCoolSetpointLimit"), 2, true),
          new Temperature("min_setpoint_dead_band", at("minSetpointDeadBand"), 2, true));

  private static final List<Choice> CHOICES =
      List.of(
          new Choice("system_mode", at("systemMode"), SYSTEM_MODES),
          new Choice("running_mode", at("runningMode"), Map.of(0L, "off", 3L, "cool", 4L, "heat")),
          new Choice("running_state", at("runningState"), runningStates()),
          new Choice(
              "setpoint_change_source",
              at("setpointChangeSource"),
              Map.of(0L, "manual", 1L, "schedule", 2L, "externally")),
          new Choice(
              "control_sequence_of_operation",
              at("ctrlSeqeOfOper"),
              Map.of(
                  0L, "cooling_only",
                  1L, "cooling_with_reheat",
                  2L, "heating_only",
                  3L, "heating_with_reheat",
                  4L, "cooling_and_heating_4-pipes",
                  5L, "cooling_and_heating_4-pipes_with_reheat")),
          new Choice(
              "programming_operation_mode",
              at("programingOperMode"),
              Map.of(0L, "setpoint", 1L, "schedule", 3L, "schedule_with_preheat", 4L, "eco")),
          new Choice(
              "ac_louver_position",
              at("acLouverPosition"),
              Map.of(
                  1L, "fully_closed",
                  2L, "fully_open",
                  3L, "quarter_open",
                  4L, "half_open",
                  5L, "three_quarters_open")));

  private ThermostatDecoder() {}

  private static Attribute at(String attribute) {
    return Attribute.of("hvacThermostat", attribute);
  }

  /** Relays that are on, by what they do together (ZCL 6.3.2.2.3.7). */
  private static Map<Long, String> runningStates() {
    Map<Long, String> states = new LinkedHashMap<>();
    for (long idle : new long[] {0, 32768}) {
      states.put(idle, "idle");
    }
    for (long heat : new long[] {1, 5, 8, 9, 33, 65, 32769}) {
      states.put(heat, "heat");
    }
    for (long cool : new long[] {2, 6, 10, 12, 14, 15, 22, 34, 66}) {
      states.put(cool, "cool");
    }
    states.put(4L, "fan_only");
    return Map.copyOf(states);
  }

  /** The number of a system mode. */
  static Optional<Long> mode(String name) {
    return SYSTEM_MODES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static Map<String, @Nullable Object> decode(Reception reception, Attributes attributes) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    for (Temperature temperature : TEMPERATURES) {
      attributes
          .number(temperature.attribute)
          .map(raw -> raw.movePointLeft(temperature.decimals))
          .filter(value -> !temperature.filtered || value.compareTo(ABSOLUTE_ZERO) >= 0)
          .ifPresent(
              value -> state.put(reception.property(temperature.property), Numbers.of(value)));
    }
    for (Choice choice : CHOICES) {
      attributes
          .integer(choice.attribute)
          .ifPresent(
              raw -> {
                if (choice.names.containsKey(raw)) {
                  state.put(reception.property(choice.property), choice.names.get(raw));
                }
              });
    }
    rest(reception, attributes, state);
    return state;
  }

  private static void rest(
      Reception reception, Attributes attributes, Map<String, @Nullable Object> state) {
    attributes
        .integer(OCCUPANCY)
        .ifPresent(raw -> state.put(reception.property("occupancy"), raw % 2 == 1));
    demand(reception, "pi_heating_demand", attributes.integer(HEATING_DEMAND), state);
    demand(reception, "pi_cooling_demand", attributes.integer(COOLING_DEMAND), state);
    attributes
        .integer(HOLD)
        .ifPresent(raw -> state.put(reception.property("temperature_setpoint_hold"), raw == 1));
    attributes
        .integer(HOLD_DURATION)
        .ifPresent(
            raw ->
                state.put(
                    reception.property("temperature_setpoint_hold_duration"), Numbers.of(raw)));
    attributes
        .integer(REMOTE_SENSING)
        .ifPresent(raw -> state.put(reception.property("remote_sensing"), remoteSensing(raw)));
  }

  private static void demand(
      Reception reception, String property, OptionalLong raw, Map<String, @Nullable Object> state) {
    raw.ifPresent(
        v ->
            state.put(
                reception.property(property), Numbers.of(Numbers.map(v, 0, FULL_DEMAND, 0, 100))));
  }

  private static Map<String, Object> remoteSensing(long bits) {
    return Map.of(
        "local_temperature", where(bits & 1),
        "outdoor_temperature", where(bits & 2),
        "occupancy", where(bits & 4));
  }

  private static String where(long bit) {
    return bit != 0 ? "remotely" : "internally";
  }
}
