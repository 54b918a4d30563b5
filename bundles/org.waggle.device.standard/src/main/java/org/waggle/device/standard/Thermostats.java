package org.waggle.device.standard;

import static org.waggle.device.api.climate.Thermostat.thermostat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.climate.Setpoint;
import org.waggle.device.api.climate.Thermostat;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Trait;

/** Thermostats: whether they heat, cool or do both is in an attribute (ZCL 6.3.2.2.2.11). */
final class Thermostats {

  private static final Attribute CONTROL_SEQUENCE =
      Attribute.of("hvacThermostat", "ctrlSeqeOfOper");
  private static final int HEATING = 2;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Thermostats() {}

  static CompletionStage<List<Trait>> generate(Sample sample) {
    List<Trait> traits = new ArrayList<>();
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Endpoint endpoint : sample.endpoints()) {
      all =
          all.thenCompose(ignored -> sample.integer(endpoint, CONTROL_SEQUENCE, HEATING))
              .thenAccept(
                  sequence -> {
                    Thermostat thermostat = of(sequence).at(sample.scope(endpoint));
                    traits.add(
                        endpoint.inputClusters().contains(Servers.FAN_CONTROL)
                            ? thermostat
                                .withFanModes("off", "low", "medium", "high", "auto")
                                .trait()
                            : thermostat.trait());
                  });
    }
    return all.thenApply(ignored -> traits);
  }

  private static Thermostat of(int controlSequence) {
    return switch (controlSequence) {
      case 0, 1 ->
          with(thermostat(), Setpoint.OCCUPIED_COOLING)
              .withSystemModes("off", "cool")
              .withRunningStates("idle", "cool");
      case 4, 5 ->
          with(with(thermostat(), Setpoint.OCCUPIED_HEATING), Setpoint.OCCUPIED_COOLING)
              .withSystemModes("off", "heat", "cool", "auto")
              .withRunningStates("idle", "heat", "cool");
      default ->
          with(thermostat(), Setpoint.OCCUPIED_HEATING)
              .withSystemModes("off", "heat")
              .withRunningStates("idle", "heat");
    };
  }

  private static Thermostat with(Thermostat thermostat, Setpoint setpoint) {
    return thermostat.withSetpoint(setpoint, 7, 30, HALF);
  }
}
