package org.waggle.device.standard;

import static org.waggle.device.api.sensing.Battery.battery;
import static org.waggle.device.api.sensing.IasZone.zone;
import static org.waggle.device.api.sensing.Illuminance.illuminance;
import static org.waggle.device.api.sensing.Occupancy.occupancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.climate.Fan;
import org.waggle.device.api.climate.ThermostatUi;
import org.waggle.device.api.closure.Cover;
import org.waggle.device.api.closure.Lock;
import org.waggle.device.api.light.Ballast;
import org.waggle.device.api.sensing.IasWarning;
import org.waggle.device.api.sensing.Identify;
import org.waggle.device.api.sensing.Measurements;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/** What is made of the clusters that a device serves. */
final class Servers {

  static final int ON_OFF = 0x0006;
  static final int LEVEL_CONTROL = 0x0008;
  static final int THERMOSTAT = 0x0201;
  static final int FAN_CONTROL = 0x0202;
  static final int COLOR_CONTROL = 0x0300;
  static final int METERING = 0x0702;
  static final int ELECTRICAL_MEASUREMENT = 0x0B04;

  private static final Attribute PIN_USERS =
      Attribute.of("closuresDoorLock", "numOfPinUsersSupported");
  private static final int LIKELY_PIN_USERS = 50;

  private static final Generator LOADS = Loads::generate;
  private static final Generator METERS = Meters::generate;

  static final Map<Integer, Generator> BY_CLUSTER =
      Map.ofEntries(
          Map.entry(0x0001, Generator.of(sample -> battery())),
          Map.entry(0x0002, Generator.of(s -> Measurements.deviceTemperature().at(s.scope()))),
          Map.entry(0x0003, Generator.of(sample -> Identify.identify())),
          Map.entry(ON_OFF, LOADS),
          Map.entry(LEVEL_CONTROL, LOADS),
          Map.entry(COLOR_CONTROL, LOADS),
          Map.entry(0x000C, Points::analogInput),
          Map.entry(0x000D, Points::analogOutput),
          Map.entry(0x000F, Points::binaryInput),
          Map.entry(0x0010, Points::binaryOutput),
          Map.entry(0x0101, Servers::lock),
          Map.entry(0x0102, Generator.of(sample -> Cover.cover().withTilt())),
          Map.entry(THERMOSTAT, Thermostats::generate),
          Map.entry(FAN_CONTROL, Servers::fans),
          Map.entry(0x0204, each((s, e) -> ThermostatUi.thermostatUi().at(s.scope(e)))),
          Map.entry(0x0301, Generator.of(sample -> Ballast.ballast())),
          Map.entry(0x0400, Generator.of(s -> illuminance().at(s.scope()))),
          Map.entry(0x0402, Generator.of(s -> Measurements.temperature().at(s.scope()))),
          Map.entry(0x0403, Generator.of(s -> Measurements.pressure().at(s.scope()))),
          Map.entry(0x0404, Generator.of(s -> Measurements.flow().at(s.scope()))),
          Map.entry(0x0405, Generator.of(s -> Measurements.humidity().at(s.scope()))),
          Map.entry(0x0406, Generator.of(s -> occupancy().at(s.scope()))),
          Map.entry(0x0408, Generator.of(s -> Measurements.soilMoisture().at(s.scope()))),
          Map.entry(0x040D, Generator.of(s -> Measurements.co2().at(s.scope()))),
          Map.entry(0x042A, Generator.of(s -> Measurements.pm25().at(s.scope()))),
          Map.entry(0x0500, Generator.of(sample -> zone())),
          Map.entry(0x0502, Generator.of(sample -> IasWarning.warning())),
          Map.entry(METERING, METERS),
          Map.entry(ELECTRICAL_MEASUREMENT, METERS));

  private Servers() {}

  private static Generator each(BiFunction<Sample, Endpoint, TraitSource> source) {
    return sample -> {
      List<Trait> traits = new ArrayList<>();
      sample.endpoints().forEach(e -> traits.add(source.apply(sample, e).trait()));
      return CompletableFuture.completedFuture(traits);
    };
  }

  private static CompletionStage<List<Trait>> lock(Sample sample) {
    return sample
        .integer(sample.endpoints().get(0), PIN_USERS, LIKELY_PIN_USERS)
        .thenApply(count -> List.of(Lock.lock(count).trait()));
  }

  /** A fan beside a thermostat is the thermostat's. */
  private static CompletionStage<List<Trait>> fans(Sample sample) {
    List<Trait> traits = new ArrayList<>();
    for (Endpoint endpoint : sample.endpoints()) {
      if (!endpoint.inputClusters().contains(THERMOSTAT)) {
        Scope scope = sample.scope(endpoint);
        Fan fan = Fan.fan().at(scope);
        boolean sharesState = endpoint.inputClusters().contains(ON_OFF);
        traits.add((sharesState ? fan.withoutState() : fan).trait());
      }
    }
    return CompletableFuture.completedFuture(traits);
  }
}
