package org.waggle.device.api.climate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * A thermostat (ZCL 6.3).
 *
 * @param setpoints with their bounds
 * @param systemModes it takes
 * @param runningStates it tells; none if it does not
 * @param fanModes of a fan it controls, if any
 */
public record Thermostat(
    Map<Setpoint, Bounds> setpoints,
    List<String> systemModes,
    List<String> runningStates,
    List<String> fanModes,
    Scope scope)
    implements TraitSource {

  /** °C. */
  public record Bounds(Number minimum, Number maximum, Number step) {}

  private static final String CLUSTER = "hvacThermostat";
  private static final Attribute LOCAL_TEMPERATURE = Attribute.of(CLUSTER, "localTemp");
  private static final Attribute SYSTEM_MODE = Attribute.of(CLUSTER, "systemMode");
  private static final Attribute RUNNING_STATE = Attribute.of(CLUSTER, "runningState");

  /** A tenth of a degree. */
  private static final Reporting TEMPERATURE_REPORTING = Reporting.of(0, Reporting.HOUR, 10);

  private static final Reporting REPORTING = Reporting.of(0, Reporting.HOUR, 0);

  public Thermostat {
    setpoints = Collections.unmodifiableMap(new LinkedHashMap<>(setpoints));
    systemModes = List.copyOf(systemModes);
    runningStates = List.copyOf(runningStates);
    fanModes = List.copyOf(fanModes);
  }

  /** A thermostat without setpoints yet. */
  public static Thermostat thermostat() {
    return new Thermostat(Map.of(), List.of(), List.of(), List.of(), Scope.ALL);
  }

  public Thermostat withSetpoint(Setpoint setpoint, Number minimum, Number maximum, Number step) {
    Map<Setpoint, Bounds> more = new LinkedHashMap<>(setpoints);
    more.put(setpoint, new Bounds(minimum, maximum, step));
    return new Thermostat(more, systemModes, runningStates, fanModes, scope);
  }

  public Thermostat withSystemModes(String... modes) {
    return new Thermostat(setpoints, List.of(modes), runningStates, fanModes, scope);
  }

  public Thermostat withRunningStates(String... states) {
    return new Thermostat(setpoints, systemModes, List.of(states), fanModes, scope);
  }

  public Thermostat withFanModes(String... modes) {
    return new Thermostat(setpoints, systemModes, runningStates, List.of(modes), scope);
  }

  public Thermostat at(Scope scope) {
    return new Thermostat(setpoints, systemModes, runningStates, fanModes, scope);
  }

  @Override
  public Trait trait() {
    return CompositeTrait.exposing(scope, List.of(expose()))
        .decodedBy(Decoder.ofAttributes(CLUSTER, ThermostatDecoder::decode))
        .encodedBy(encoders().toArray(KeyEncoder[]::new))
        .configuredBy(steps().toArray(Step[]::new));
  }

  private Expose expose() {
    Expose expose =
        Expose.climate()
            .withFeature(
                Expose.numeric("local_temperature", Access.STATE_GET)
                    .withUnit("°C")
                    .withDescription("Current temperature measured on the device"));
    for (Map.Entry<Setpoint, Bounds> entry : setpoints.entrySet()) {
      Bounds bounds = entry.getValue();
      expose =
          expose.withFeature(entry.getKey().expose(bounds.minimum, bounds.maximum, bounds.step));
    }
    if (!systemModes.isEmpty()) {
      expose = with(expose, "system_mode", Access.ALL, systemModes, "Mode of this device");
    }
    if (!runningStates.isEmpty()) {
      expose =
          with(
              expose,
              "running_state",
              Access.STATE_GET,
              runningStates,
              "The current running state");
    }
    return fanModes.isEmpty()
        ? expose
        : with(expose, "fan_mode", Access.ALL, fanModes, "Mode of the fan");
  }

  private static Expose with(
      Expose expose, String name, int access, List<String> values, String description) {
    return expose.withFeature(Expose.choice(name, access, values).withDescription(description));
  }

  private List<KeyEncoder> encoders() {
    List<KeyEncoder> encoders = new ArrayList<>();
    encoders.add(
        KeyEncoder.getOnly(
            Set.of("local_temperature"), request -> LOCAL_TEMPERATURE.get(request.target())));
    setpoints.keySet().forEach(setpoint -> encoders.add(setpoint.encoder()));
    encoders.add(
        KeyEncoder.of(
            Set.of("system_mode"),
            Thermostat::setMode,
            request -> SYSTEM_MODE.get(request.target())));
    encoders.add(
        KeyEncoder.getOnly(
            Set.of("running_state"), request -> RUNNING_STATE.get(request.target())));
    if (!fanModes.isEmpty()) {
      encoders.add(Fan.encoder(Set.of("fan_mode", "fan_state")));
    }
    return encoders;
  }

  private static CompletionStage<SetResult> setMode(SetRequest request) {
    String wish = String.valueOf(request.value());
    Optional<Long> mode = ThermostatDecoder.mode(wish);
    return SYSTEM_MODE
        .set(
            request.target(),
            mode.orElseThrow(() -> new DeviceException("No system mode '" + wish + "'")))
        .thenApply(ignored -> SetResult.of(Map.of("system_mode", wish)));
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.reporting(LOCAL_TEMPERATURE, TEMPERATURE_REPORTING, scope));
    setpoints
        .keySet()
        .forEach(
            setpoint ->
                steps.add(Step.reporting(setpoint.attribute(), TEMPERATURE_REPORTING, scope)));
    steps.add(Step.reporting(SYSTEM_MODE, REPORTING, scope));
    if (!runningStates.isEmpty()) {
      steps.add(Step.reporting(RUNNING_STATE, REPORTING, scope));
    }
    if (!fanModes.isEmpty()) {
      steps.add(Step.reporting(Fan.FAN_MODE, REPORTING, scope));
    }
    return steps;
  }
}
