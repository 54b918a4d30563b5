package org.waggle.device.api.light;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.onoff.OnOffKeys;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Meta;
import org.waggle.zcl.ZclValue;

/**
 * How {@code state} and {@code brightness} are set together.
 *
 * <p>A brightness without a state switches on, or off if it is 0. A state with a transition is a
 * change of level, and the level before is noted so that the next {@code ON} comes back to it.
 */
final class BrightnessKeys {

  private static final BigDecimal MAXIMUM = BigDecimal.valueOf(254);
  private static final BigDecimal FULL = BigDecimal.valueOf(255);
  private static final int PREVIOUS = 255;
  private static final String BRIGHTNESS = "brightness";
  private static final String FADED_OUT = "turnedOffWithTransition";
  private static final String NO_ON_LEVEL = "onLevelUnsupported";
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .registerTypeAdapter(Double.class, (JsonSerializer<Double>) BrightnessKeys::finite)
          .create();

  /** As in JavaScript, what is infinite is written as null. */
  private static JsonElement finite(Double number, Type type, JsonSerializationContext context) {
    return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
  }

  /** What a message asks for. */
  private record Wish(
      boolean statesNothing,
      @Nullable String state,
      @Nullable BigDecimal brightness,
      Transition transition) {}

  private BrightnessKeys() {}

  static KeyEncoder encoder() {
    return KeyEncoder.of(
        Set.of("state", BRIGHTNESS, "brightness_percent", "on_time", "off_wait_time"),
        BrightnessKeys::set,
        request ->
            switch (request.key()) {
              case BRIGHTNESS -> LightCommands.CURRENT_LEVEL.get(request.target());
              case "state" -> OnOffKeys.ON_OFF.get(request.target());
              default -> CompletableFuture.completedFuture(null);
            });
  }

  private static CompletionStage<SetResult> set(SetRequest request) {
    Wish wish = wish(request);
    String state = wish.state;
    if (wish.statesNothing) {
      state =
          Meta.all(request.target(), "moveToLevelWithOnOffDisable")
              ? String.valueOf(request.state().get("state")).toLowerCase(Locale.ROOT)
              : isZero(wish.brightness) ? "off" : "on";
    }
    boolean isOn = "ON".equals(request.state().get("state"));
    String target = "toggle".equals(state) ? (isOn ? "off" : "on") : state;
    if ("off".equals(target)) {
      return off(request, state, wish);
    }
    if ("on".equals(target) && wish.brightness == null) {
      return on(request, state, wish);
    }
    return move(request, state, target, wish.brightness, wish.brightness != null, wish.transition);
  }

  private static Wish wish(SetRequest request) {
    Map<String, @Nullable Object> message = request.message();
    Object stated = message.get("state");
    String state = stated instanceof String text ? text.toLowerCase(Locale.ROOT) : null;
    BigDecimal brightness = brightness(message);
    if (state != null && !Set.of("on", "off", "toggle").contains(state)) {
      throw invalid("State value", message, "invalid, must be 'ON', 'OFF' or 'TOGGLE'");
    }
    if (state == null && brightness == null) {
      throw new DeviceException(
          "At least one of \"brightness\" or \"state\" must have a value: '%s'"
              .formatted(GSON.toJson(message)));
    }
    return new Wish(
        !message.containsKey("state"), state, brightness, Transition.ofBrightness(request));
  }

  private static @Nullable BigDecimal brightness(Map<String, @Nullable Object> message) {
    Object value = message.get(BRIGHTNESS);
    Object percent = message.get("brightness_percent");
    Optional<BigDecimal> brightness;
    if (value != null) {
      brightness = Numbers.parse(value);
    } else if (percent != null) {
      brightness =
          Numbers.parse(percent)
              .map(p -> BigDecimal.valueOf(Numbers.map(p.doubleValue(), 0, 100, 0, 255)));
    } else {
      return null;
    }
    return brightness
        .map(b -> b.compareTo(FULL) == 0 ? MAXIMUM : b)
        .filter(b -> b.signum() >= 0 && b.compareTo(MAXIMUM) <= 0)
        .orElseThrow(
            () ->
                invalid("Brightness value", message, "invalid, must be a number >= 0 and =< 254"));
  }

  private static DeviceException invalid(
      String what, Map<String, @Nullable Object> message, String why) {
    return new DeviceException("%s of message: '%s' %s".formatted(what, GSON.toJson(message), why));
  }

  private static CompletionStage<SetResult> off(
      SetRequest request, @Nullable String state, Wish wish) {
    boolean fades = wish.transition.isSpecified() || isZero(wish.brightness);
    if (fades
        && "OFF".equals(request.state().get("state"))
        && Meta.any(request.target(), "noOffTransitionWhenOff")) {
      fades = false;
    }
    Object before = request.state().get(BRIGHTNESS);
    if (before != null && "ON".equals(request.state().get("state"))) {
      request.target().notes().put(BRIGHTNESS, before);
      request.target().notes().put(FADED_OUT, fades);
    }
    BigDecimal level = fades ? BigDecimal.ZERO : null;
    return move(request, state, "off", level, wish.brightness != null, wish.transition);
  }

  /** Fades in, or comes back to the level before it faded out; or else is just switched on. */
  private static CompletionStage<SetResult> on(
      SetRequest request, @Nullable String state, Wish wish) {
    boolean fadedOut = Boolean.TRUE.equals(request.target().notes().get(FADED_OUT));
    if (!wish.transition.isSpecified() && !fadedOut) {
      return move(request, state, "on", null, false, wish.transition);
    }
    return onLevel(request)
        .thenCompose(level -> move(request, state, "on", level, true, wish.transition));
  }

  private static CompletionStage<BigDecimal> onLevel(SetRequest request) {
    Object configured =
        request.state().get("level_config") instanceof Map<?, ?> config
            ? config.get("on_level")
            : null;
    if (configured != null && !isZero(Numbers.exact(configured).orElse(null))) {
      return CompletableFuture.completedFuture(level(request, configured));
    }
    Map<String, Object> notes = request.target().notes();
    if (notes.containsKey(NO_ON_LEVEL)) {
      return CompletableFuture.completedFuture(level(request, PREVIOUS));
    }
    return request
        .target()
        .read(
            LightCommands.LEVEL.id(), List.of(LightCommands.ON_LEVEL.id()), RequestOptions.DEFAULT)
        .handle(
            (values, failure) -> {
              ZclValue value = values == null ? null : values.get(LightCommands.ON_LEVEL.id());
              if (value != null && value.value() instanceof Long onLevel && onLevel != 0) {
                return level(request, onLevel);
              }
              notes.put(NO_ON_LEVEL, true);
              return level(request, PREVIOUS);
            });
  }

  private static BigDecimal level(SetRequest request, Object onLevel) {
    Optional<BigDecimal> level =
        Numbers.exact(onLevel).filter(l -> l.compareTo(BigDecimal.valueOf(PREVIOUS)) != 0);
    Object noted = request.target().notes().get(BRIGHTNESS);
    return level
        .or(() -> Numbers.exact(noted != null ? noted : request.state().get(BRIGHTNESS)))
        .orElse(MAXIMUM);
  }

  private static CompletionStage<SetResult> move(
      SetRequest request,
      @Nullable String state,
      @Nullable String target,
      @Nullable BigDecimal brightness,
      boolean publishBrightness,
      Transition transition) {
    if (brightness == null) {
      return OnOffKeys.set(request, state).thenApply(result -> atLeastOne(request, result));
    }
    BigDecimal level = brightness;
    if (level.signum() == 0 && (state == null || "on".equals(target))) {
      level = BigDecimal.ONE;
    }
    if (level.compareTo(BigDecimal.ONE) == 0
        && Meta.all(request.target(), "turnsOffAtBrightness1")) {
      level = BigDecimal.valueOf(2);
    }
    if (!"off".equals(target)) {
      request.target().notes().put(BRIGHTNESS, level);
      request.target().notes().remove(FADED_OUT);
    }
    Map<String, @Nullable Object> published = new LinkedHashMap<>();
    if (publishBrightness) {
      published.put(BRIGHTNESS, Numbers.of(level));
    }
    boolean apart = Meta.all(request.target(), "moveToLevelWithOnOffDisable");
    if (state != null && !apart) {
      published.put("state", level.signum() == 0 ? "OFF" : "ON");
    }
    SetResult result = SetResult.of(published);
    Map<String, Object> values = Map.of("level", level, "transtime", transition.tenths());
    if (apart) {
      return moveApart(request, state, target, values).thenApply(ignored -> result);
    }
    return LightCommands.level(
            request.target(), state == null ? "moveToLevel" : "moveToLevelWithOnOff", values)
        .thenApply(ignored -> result);
  }

  /** For lights that cannot do both with one command. */
  private static CompletionStage<Void> moveApart(
      SetRequest request,
      @Nullable String state,
      @Nullable String target,
      Map<String, Object> values) {
    Object current = request.state().get("state");
    boolean switches =
        current instanceof String text && !text.toLowerCase(Locale.ROOT).equals(target);
    if (!switches) {
      return LightCommands.level(request.target(), "moveToLevel", values);
    }
    CompletionStage<Void> first =
        "on".equals(target)
            ? LightCommands.level(request.target(), "moveToLevel", values)
            : CompletableFuture.completedFuture(null);
    return first.thenCompose(ignored -> OnOffKeys.set(request, state)).thenAccept(ignored -> {});
  }

  private static SetResult atLeastOne(SetRequest request, SetResult result) {
    boolean wasDark = isZero(Numbers.exact(request.state().get(BRIGHTNESS)).orElse(null));
    if (!wasDark || !"ON".equals(result.state().get("state"))) {
      return result;
    }
    Map<String, @Nullable Object> state = new LinkedHashMap<>(result.state());
    state.put(BRIGHTNESS, 1);
    return SetResult.of(state);
  }

  private static boolean isZero(@Nullable BigDecimal number) {
    return number != null && number.signum() == 0;
  }
}
