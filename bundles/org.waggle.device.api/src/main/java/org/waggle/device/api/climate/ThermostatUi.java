package org.waggle.device.api.climate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Reception;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/** The display and keys of a thermostat (ZCL 6.6). */
public record ThermostatUi(Scope scope) implements TraitSource {

  private static final String CLUSTER = "hvacUserInterfaceCfg";
  private static final Attribute DISPLAY = Attribute.of(CLUSTER, "tempDisplayMode");
  private static final Attribute LOCKOUT = Attribute.of(CLUSTER, "keypadLockout");
  private static final List<String> UNITS = List.of("celsius", "fahrenheit");
  private static final List<String> LOCKS =
      List.of("unlock", "lock1", "lock2", "lock3", "lock4", "lock5");
  private static final Reporting REPORTING = Reporting.of(10, Reporting.HOUR, 0);

  public static ThermostatUi thermostatUi() {
    return new ThermostatUi(Scope.ALL);
  }

  public ThermostatUi at(Scope scope) {
    return new ThermostatUi(scope);
  }

  @Override
  public Trait trait() {
    return CompositeTrait.exposing(
            scope,
            List.of(
                Expose.choice("temperature_display_mode", Access.ALL, UNITS)
                    .withDescription("Temperature display mode"),
                Expose.choice("keypad_lockout", Access.ALL, LOCKS)
                    .withDescription("Keypad lockout mode")))
        .decodedBy(Decoder.ofAttributes(CLUSTER, ThermostatUi::decode))
        .encodedBy(
            encoder("temperature_display_mode", DISPLAY, UNITS),
            encoder("keypad_lockout", LOCKOUT, LOCKS))
        .configuredBy(Step.reporting(LOCKOUT, REPORTING, scope));
  }

  private static Map<String, @Nullable Object> decode(Reception reception, Attributes attributes) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    attributes
        .integer(LOCKOUT)
        .ifPresent(v -> state.put(reception.property("keypad_lockout"), name(LOCKS, v)));
    attributes
        .integer(DISPLAY)
        .ifPresent(v -> state.put(reception.property("temperature_display_mode"), name(UNITS, v)));
    return state;
  }

  private static Object name(List<String> names, long value) {
    return value >= 0 && value < names.size() ? names.get((int) value) : Numbers.of(value);
  }

  private static KeyEncoder encoder(String key, Attribute attribute, List<String> names) {
    return KeyEncoder.of(
        Set.of(key),
        request -> set(request, attribute, names),
        request -> attribute.get(request.target()));
  }

  /** A name, or a number the list has no name for. */
  private static CompletionStage<SetResult> set(
      SetRequest request, Attribute attribute, List<String> names) {
    Object wish = request.value();
    int index = names.indexOf(wish);
    Object raw = index >= 0 ? index : Numbers.of(Numbers.require(wish, request.key()));
    Object published = wish == null ? raw : wish;
    return attribute
        .set(request.target(), raw)
        .thenApply(ignored -> SetResult.of(Map.of(request.key(), published)));
  }
}
