package org.waggle.device.api.climate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
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

/**
 * A fan (ZCL 6.4).
 *
 * @param ownsState whether {@code state} is the fan's: not so where something else is on or off too
 */
public record Fan(boolean ownsState, Scope scope) implements TraitSource {

  static final Attribute FAN_MODE = Attribute.of("hvacFanCtrl", "fanMode");

  private static final List<String> MODES =
      List.of("off", "low", "medium", "high", "on", "auto", "smart");
  private static final Reporting REPORTING = Reporting.of(0, Reporting.HOUR, 0);

  public static Fan fan() {
    return new Fan(true, Scope.ALL);
  }

  public Fan withoutState() {
    return new Fan(false, scope);
  }

  public Fan at(Scope scope) {
    return new Fan(ownsState, scope);
  }

  @Override
  public Trait trait() {
    Expose expose =
        Expose.fan()
            .withFeature(
                Expose.binary("state", Access.ALL, "ON", "OFF")
                    .withDescription("On/off state of this fan"))
            .withFeature(
                Expose.choice("mode", Access.ALL, MODES)
                    .withProperty("fan_mode")
                    .withDescription("Mode of this fan"));
    return CompositeTrait.exposing(scope, List.of(expose))
        .decodedBy(
            Decoder.ofAttributes(
                "hvacFanCtrl", (reception, attributes) -> decode(reception, attributes, ownsState)))
        .encodedBy(
            encoder(
                ownsState
                    ? Set.of("fan_mode", "fan_state", "state")
                    : Set.of("fan_mode", "fan_state")))
        .configuredBy(Step.reporting(FAN_MODE, REPORTING, scope));
  }

  static Map<String, @Nullable Object> decode(
      Reception reception, Attributes attributes, boolean withState) {
    int mode = (int) attributes.integer(FAN_MODE).orElse(-1);
    if (mode < 0 || mode >= MODES.size()) {
      return Map.of();
    }
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    result(MODES.get(mode), withState)
        .forEach((key, value) -> state.put(reception.property(key), value));
    return state;
  }

  private static Map<String, Object> result(String mode, boolean withState) {
    String onOff = mode.equals("off") ? "OFF" : "ON";
    return withState
        ? Map.of("fan_mode", mode, "fan_state", onOff, "state", onOff)
        : Map.of("fan_mode", mode, "fan_state", onOff);
  }

  static KeyEncoder encoder(Set<String> keys) {
    return KeyEncoder.of(
        keys,
        request -> set(request, keys.contains("state")),
        request -> FAN_MODE.get(request.target()));
  }

  private static CompletionStage<SetResult> set(SetRequest request, boolean withState) {
    String mode = String.valueOf(request.value()).toLowerCase(Locale.ROOT);
    int number = MODES.indexOf(mode);
    if (number < 0) {
      throw new DeviceException(
          "Key '%s' not found in: [%s]".formatted(request.value(), String.join(", ", MODES)));
    }
    return FAN_MODE
        .set(request.target(), number)
        .thenApply(ignored -> SetResult.of(new LinkedHashMap<>(result(mode, withState))));
  }
}
