package org.waggle.device.api.sensing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.sensing.MeterReading.Factor;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Repetition;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * Power, voltage, current and energy, from the clusters Metering and Electrical Measurement (ZCL
 * 10.4 and 4.9). The device says by what its numbers are to be multiplied and divided.
 *
 * @param clusters that it has
 * @param directCurrent whether it measures direct rather than alternating current
 */
public record ElectricityMeter(Clusters clusters, boolean directCurrent, Scope scope)
    implements TraitSource {

  /** Which clusters a meter has. */
  public enum Clusters {
    /** Metering for energy, Electrical Measurement for the rest. */
    BOTH,
    /** Metering alone, for power and energy. */
    METERING,
    /** Electrical Measurement alone, without energy. */
    ELECTRICAL
  }

  /** An alternating current meter with both clusters. */
  public static ElectricityMeter electricityMeter() {
    return new ElectricityMeter(Clusters.BOTH, false, Scope.ALL);
  }

  public ElectricityMeter of(Clusters clusters) {
    return new ElectricityMeter(clusters, directCurrent, scope);
  }

  public ElectricityMeter ofDirectCurrent() {
    return new ElectricityMeter(clusters, true, scope);
  }

  public ElectricityMeter at(Scope scope) {
    return new ElectricityMeter(clusters, directCurrent, scope);
  }

  @Override
  public Trait trait() {
    List<MeterReading> readings = readings();
    CompositeTrait trait = CompositeTrait.exposing(scope, exposes());
    if (clusters != Clusters.METERING) {
      trait =
          trait.decodedBy(
              Decoder.ofAttributes("haElectricalMeasurement", ElectricityMeter::electrical));
    }
    if (clusters != Clusters.ELECTRICAL) {
      trait = trait.decodedBy(Decoder.ofAttributes("seMetering", ElectricityMeter::metering));
    }
    for (MeterReading reading : readings) {
      trait = trait.encodedBy(KeyEncoder.getting(Set.of(reading.property()), reading.attribute()));
    }
    return trait.configuredBy(
        Step.all(
            List.of(
                MeterSteps.reporting(readings.stream().filter(MeterReading::isElectrical).toList()),
                MeterSteps.reporting(
                    readings.stream().filter(reading -> !reading.isElectrical()).toList()))));
  }

  private List<MeterReading> readings() {
    List<MeterReading> readings = new ArrayList<>();
    if (clusters != Clusters.METERING) {
      readings.addAll(directCurrent ? MeterReading.DIRECT : MeterReading.ALTERNATING);
    } else {
      readings.add(MeterReading.DEMAND);
    }
    if (clusters != Clusters.ELECTRICAL) {
      readings.add(MeterReading.ENERGY);
    }
    return readings;
  }

  private List<Expose> exposes() {
    List<Expose> exposes = new ArrayList<>();
    exposes.add(expose("power", "W", "Instantaneous measured power"));
    if (clusters != Clusters.METERING) {
      exposes.add(
          expose("voltage", "V", "Measured electrical potential value")
              .with("homeassistant", Map.of("entityCategory", "diagnostic")));
      exposes.add(expose("current", "A", "Instantaneous measured electrical current"));
    }
    if (clusters != Clusters.ELECTRICAL) {
      exposes.add(expose("energy", "kWh", "Sum of consumed energy"));
    }
    return exposes;
  }

  private static Expose expose(String name, String unit, String description) {
    return Expose.numeric(name, Access.STATE_GET).withUnit(unit).withDescription(description);
  }

  /** All the cluster can tell, whether it is exposed or not. */
  private static Map<String, @Nullable Object> electrical(
      Reception reception, Attributes attributes) {
    if (Repetition.isRepeated(reception)) {
      return Map.of();
    }
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    for (MeterReading reading : MeterReading.ELECTRICAL) {
      attributes
          .number(reading.attribute())
          .ifPresent(
              raw -> {
                BigDecimal value =
                    reading.factor().flatMap(f -> f.apply(raw, reception)).orElse(raw);
                state.put(reception.property(reading.property()), Numbers.of(value));
              });
    }
    MeterReading.POWER_FACTORS.forEach(
        (property, attribute) ->
            attributes
                .number(attribute)
                .ifPresent(
                    raw ->
                        state.put(reception.property(property), Numbers.of(raw.movePointLeft(2)))));
    return state;
  }

  private static Map<String, @Nullable Object> metering(
      Reception reception, Attributes attributes) {
    if (Repetition.isRepeated(reception)) {
      return Map.of();
    }
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    Factor factor = Factor.METERING;
    attributes
        .number(MeterReading.DEMAND.attribute())
        .ifPresent(
            raw -> {
              // Kilowatts, if the device says by what it multiplies and divides.
              Optional<BigDecimal> watts =
                  factor.apply(raw, reception).map(kilowatts -> kilowatts.movePointRight(3));
              state.put(reception.property("power"), Numbers.of(watts.orElse(raw)));
            });
    MeterReading.SUMS.forEach(
        (property, attribute) ->
            attributes
                .number(attribute)
                .ifPresent(
                    raw ->
                        state.put(
                            reception.property(property),
                            Numbers.of(factor.apply(raw, reception).orElse(raw)))));
    return state;
  }
}
