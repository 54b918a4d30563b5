package org.waggle.device.api.climate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.KeyEncoder;

/**
 * A temperature that a thermostat is to keep, in °C. Thermostats take half degrees, or whole
 * degrees Fahrenheit if users say so with the option {@code thermostat_unit}.
 */
public enum Setpoint {
  OCCUPIED_HEATING("occupied_heating_setpoint", "occupiedHeatingSetpoint"),
  UNOCCUPIED_HEATING("unoccupied_heating_setpoint", "unoccupiedHeatingSetpoint"),
  OCCUPIED_COOLING("occupied_cooling_setpoint", "occupiedCoolingSetpoint"),
  UNOCCUPIED_COOLING("unoccupied_cooling_setpoint", "unoccupiedCoolingSetpoint");

  private final String property;
  private final Attribute attribute;

  Setpoint(String property, String attribute) {
    this.property = property;
    this.attribute = Attribute.of("hvacThermostat", attribute);
  }

  String property() {
    return property;
  }

  Attribute attribute() {
    return attribute;
  }

  Expose expose(Number minimum, Number maximum, Number step) {
    return Expose.numeric(property, Access.ALL)
        .withRange(minimum, maximum)
        .withStep(step)
        .withUnit("°C")
        .withDescription("Temperature setpoint");
  }

  KeyEncoder encoder() {
    return KeyEncoder.of(Set.of(property), this::set, request -> attribute.get(request.target()))
        .withOptions(
            Expose.choice("thermostat_unit", Access.SET, List.of("celsius", "fahrenheit"))
                .withDescription(
                    "Controls the temperature unit of the thermostat (default celsius)."));
  }

  private CompletionStage<SetResult> set(SetRequest request) {
    BigDecimal wish =
        Numbers.exact(request.value())
            .orElseThrow(
                () ->
                    new DeviceException(
                        "'%s' is not a number, got %s".formatted(property, request.value())));
    boolean fahrenheit = "fahrenheit".equals(request.options().get("thermostat_unit"));
    long hundredths = fahrenheit ? wholeFahrenheit(wish) : halfCelsius(wish);
    return attribute
        .set(request.target(), hundredths)
        .thenApply(ignored -> SetResult.of(Map.of(property, Numbers.of(wish))));
  }

  private static long halfCelsius(BigDecimal celsius) {
    double doubled = tenths(celsius.doubleValue() * 2);
    return Math.round(doubled) * 50;
  }

  private static long wholeFahrenheit(BigDecimal celsius) {
    double doubled = tenths((celsius.doubleValue() * 1.8 + 32) * 2);
    double fahrenheit = Math.round(doubled) / 2.0;
    BigDecimal back = new BigDecimal((fahrenheit - 32) / 1.8).setScale(2, RoundingMode.HALF_UP);
    return Math.round(back.doubleValue() * 100);
  }

  private static double tenths(double value) {
    return new BigDecimal(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }
}
