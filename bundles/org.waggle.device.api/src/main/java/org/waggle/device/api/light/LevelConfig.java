package org.waggle.device.api.light;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;

/** {@code level_config}: how a light fades, and at which level it comes on. */
final class LevelConfig {

  private static final String KEY = "level_config";
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final Gson GSON = new Gson();

  /**
   * One field.
   *
   * @param factor by which users' numbers are smaller
   * @param least the least number that is sent; smaller ones become it
   * @param most the greatest
   * @param overMost what is sent for greater numbers
   * @param names of numbers
   */
  private record Field(
      String name,
      Attribute attribute,
      BigDecimal factor,
      long least,
      long most,
      long overMost,
      Map<String, Long> names) {

    Object shown(long raw) {
      return names.entrySet().stream()
          .filter(e -> e.getValue() == raw)
          .map(e -> (Object) e.getKey())
          .findFirst()
          .orElseGet(() -> Numbers.of(BigDecimal.valueOf(raw).divide(factor)));
    }

    long raw(Object value) {
      Long named = value instanceof String text ? names.get(text.toLowerCase(Locale.ROOT)) : null;
      if (named != null) {
        return named;
      }
      long raw = Numbers.whole(Numbers.require(value, name).multiply(factor));
      return raw > most ? overMost : Math.max(least, raw);
    }
  }

  private static final List<Field> FIELDS =
      List.of(
          new Field(
              "on_off_transition_time",
              LightCommands.LEVEL.attribute("onOffTransitionTime"),
              TEN,
              0,
              65535,
              65535,
              Map.of()),
          new Field(
              "on_transition_time",
              LightCommands.LEVEL.attribute("onTransitionTime"),
              TEN,
              0,
              65535,
              65534,
              Map.of("disabled", 65535L)),
          new Field(
              "off_transition_time",
              LightCommands.LEVEL.attribute("offTransitionTime"),
              TEN,
              0,
              65535,
              65534,
              Map.of("disabled", 65535L)),
          new Field(
              "current_level_startup",
              LightCommands.LEVEL.attribute("startUpCurrentLevel"),
              BigDecimal.ONE,
              1,
              255,
              254,
              Map.of("previous", 255L, "minimum", 0L)),
          new Field(
              "on_level",
              LightCommands.ON_LEVEL,
              BigDecimal.ONE,
              1,
              255,
              254,
              Map.of("previous", 255L)));

  private static final String EXECUTE_IF_OFF = "execute_if_off";
  private static final Attribute OPTIONS = LightCommands.LEVEL.attribute("options");

  private LevelConfig() {}

  static Decoder decoder() {
    return Decoder.ofAttributes(
        "genLevelCtrl",
        (reception, attributes) -> {
          Map<String, @Nullable Object> config = new LinkedHashMap<>();
          for (Field field : FIELDS) {
            attributes
                .integer(field.attribute)
                .ifPresent(raw -> config.put(field.name, field.shown(raw)));
          }
          executeIfOff(attributes, config);
          return config.isEmpty() ? Map.of() : reception.only(KEY, config);
        });
  }

  private static void executeIfOff(Attributes attributes, Map<String, @Nullable Object> config) {
    attributes.integer(OPTIONS).ifPresent(raw -> config.put(EXECUTE_IF_OFF, (raw & 1) == 1));
  }

  static KeyEncoder encoder() {
    return KeyEncoder.of(Set.of(KEY), LevelConfig::set, request -> get(request.target()));
  }

  private static CompletionStage<SetResult> set(SetRequest request) {
    Map<?, ?> wanted = object(request.value());
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Field field : FIELDS) {
      Object value = wanted.get(field.name);
      if (value != null) {
        long raw = field.raw(value);
        all = all.thenCompose(ignored -> field.attribute.set(request.target(), raw));
        state.put(field.name, field.shown(raw));
      }
    }
    Object executes = wanted.get(EXECUTE_IF_OFF);
    if (executes != null) {
      boolean on = !Boolean.FALSE.equals(executes);
      all = all.thenCompose(ignored -> OPTIONS.set(request.target(), on ? 1 : 0));
      state.put(EXECUTE_IF_OFF, on);
    }
    return all.thenApply(
        ignored -> state.isEmpty() ? SetResult.NONE : SetResult.of(Map.of(KEY, state)));
  }

  private static Map<?, ?> object(@Nullable Object value) {
    Object parsed = value;
    if (value instanceof String text) {
      try {
        parsed = GSON.fromJson(text, Map.class);
      } catch (JsonSyntaxException e) {
        throw new DeviceException("Payload is not valid JSON", e);
      }
    }
    if (parsed instanceof Map<?, ?> map) {
      return map;
    }
    throw new DeviceException(KEY + " is not a object, got " + value);
  }

  /** All of it is optional, so that each attribute is asked for by itself. */
  private static CompletionStage<Void> get(Target target) {
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Field field : FIELDS) {
      all = all.thenCompose(ignored -> field.attribute.get(target).exceptionally(failure -> null));
    }
    return all.thenCompose(ignored -> OPTIONS.get(target).exceptionally(failure -> null));
  }
}
