package org.waggle.device.api.light;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;

/** The ballast of a lamp (ZCL 5.3): between which levels it works. */
public final class Ballast {

  /** A number the ballast tells, by the name it has in {@code ballast_config}. */
  private record Field(String property, Attribute attribute) {}

  private static final String CLUSTER = "lightingBallastCfg";
  private static final Attribute STATUS = Attribute.of(CLUSTER, "ballastStatus");
  private static final Attribute ALARM_MODE = Attribute.of(CLUSTER, "lampAlarmMode");

  private static final List<Field> FIELDS =
      List.of(
          field("minimum_level", "minLevel"),
          field("maximum_level", "maxLevel"),
          field("power_on_level", "powerOnLevel"),
          field("power_on_fade_time", "powerOnFadeTime"),
          field("intrinsic_ballast_factor", "intrinsicBallastFactor"),
          field("ballast_factor_adjustment", "ballastFactorAdjustment"),
          field("lamp_quantity", "lampQuantity"),
          field("lamp_type", "lampType"),
          field("lamp_manufacturer", "lampManufacturer"),
          field("lamp_rated_hours", "lampRatedHours"),
          field("lamp_burn_hours", "lampBurnHours"),
          field("lamp_burn_hours_trip_point", "lampBurnHoursTripPoint"));

  private Ballast() {}

  private static Field field(String name, String attribute) {
    return new Field("ballast_" + name, Attribute.of(CLUSTER, attribute));
  }

  public static Trait ballast() {
    return CompositeTrait.exposing(
            level("minimum", "Specifies the minimum light output of the ballast"),
            level("maximum", "Specifies the maximum light output of the ballast"))
        .decodedBy(Decoder.ofAttributes(CLUSTER, (reception, attributes) -> decode(attributes)))
        .encodedBy(
            KeyEncoder.of(
                Set.of(
                    "ballast_config",
                    "ballast_minimum_level",
                    "ballast_maximum_level",
                    "ballast_power_on_level"),
                Ballast::set,
                request -> get(request.target())))
        .configuredBy(Step.reading(Scope.ALL, FIELDS.get(0).attribute, FIELDS.get(1).attribute));
  }

  private static Expose level(String which, String description) {
    return Expose.numeric("ballast_" + which + "_level", Access.ALL)
        .withRange(1, 254)
        .withDescription(description);
  }

  private static Map<String, @Nullable Object> decode(Attributes attributes) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    for (Field field : FIELDS) {
      attributes
          .value(field.attribute)
          .ifPresent(
              value ->
                  value
                      .text()
                      .map(Object.class::cast)
                      .or(() -> attributes.number(field.attribute).map(Numbers::of))
                      .ifPresent(shown -> state.put(field.property, shown)));
    }
    attributes
        .integer(STATUS)
        .ifPresent(
            bits -> {
              state.put("ballast_status_non_operational", (bits & 1) != 0);
              state.put("ballast_status_lamp_failure", (bits & 2) != 0);
            });
    attributes
        .integer(ALARM_MODE)
        .ifPresent(bits -> state.put("ballast_lamp_alarm_lamp_burn_hours", (bits & 1) != 0));
    return state;
  }

  private static CompletionStage<SetResult> set(SetRequest request) {
    Map<String, @Nullable Object> wishes = new LinkedHashMap<>();
    if (request.key().equals("ballast_config")) {
      if (!(request.value() instanceof Map<?, ?> map)) {
        throw new DeviceException("ballast_config is not a object, got " + request.value());
      }
      map.forEach((name, value) -> wishes.put(attributeName(String.valueOf(name)), value));
    } else {
      wishes.put(attributeName(request.key()), request.value());
    }
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Map.Entry<String, @Nullable Object> wish : wishes.entrySet()) {
      Attribute attribute = Attribute.of(CLUSTER, wish.getKey());
      Object value = Numbers.require(wish.getValue(), wish.getKey());
      all = all.thenCompose(ignored -> attribute.set(request.target(), value));
    }
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put(request.key(), request.value());
    return all.thenApply(ignored -> SetResult.of(state));
  }

  /** {@code min_level} and {@code minLevel} are one. */
  private static String attributeName(String key) {
    return switch (key) {
      case "ballast_minimum_level" -> "minLevel";
      case "ballast_maximum_level" -> "maxLevel";
      case "ballast_power_on_level" -> "powerOnLevel";
      default -> camelCase(key);
    };
  }

  private static String camelCase(String key) {
    StringBuilder name = new StringBuilder();
    for (String word : key.split("_", -1)) {
      name.append(name.isEmpty() || word.isEmpty() ? word : capital(word));
    }
    return name.toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Most of it is optional, so that each attribute is asked for by itself. */
  private static CompletionStage<Void> get(Target target) {
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Attribute attribute :
        Stream.concat(Stream.of(STATUS), FIELDS.stream().map(Field::attribute)).toList()) {
      all = all.thenCompose(ignored -> attribute.get(target).exceptionally(failure -> null));
    }
    return all;
  }
}
