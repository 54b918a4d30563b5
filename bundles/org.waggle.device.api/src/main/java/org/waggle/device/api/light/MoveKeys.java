package org.waggle.device.api.light;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.onoff.OnOffKeys;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Meta;

/** Moves and steps of brightness, colour temperature, hue and saturation. */
final class MoveKeys {

  private static final Duration AT_REST = Duration.ofMillis(100);
  private static final Duration LEVEL_AT_REST = Duration.ofMillis(500);
  private static final int UP = 1;
  private static final int DOWN = 3;
  private static final int STOP = 0;
  private static final int WARMEST = 600;

  private MoveKeys() {}

  static KeyEncoder brightnessMove() {
    return KeyEncoder.setOnly(
        Set.of("brightness_move", "brightness_move_onoff"), MoveKeys::moveBrightness);
  }

  private static CompletionStage<SetResult> moveBrightness(SetRequest request) {
    if (isStop(request.value())) {
      return LightCommands.level(request.target(), "stop", Map.of())
          .thenApply(
              ignored -> {
                LightCommands.readLater(request.target(), "state", LEVEL_AT_REST, OnOffKeys.ON_OFF);
                LightCommands.readLater(
                    request.target(), "level", LEVEL_AT_REST, LightCommands.CURRENT_LEVEL);
                return SetResult.NONE;
              });
    }
    BigDecimal rate = Numbers.require(request.value(), request.key());
    String command = request.key().endsWith("onoff") ? "moveWithOnOff" : "move";
    return LightCommands.level(
            request.target(),
            command,
            Map.of("movemode", rate.signum() > 0 ? 0 : 1, "rate", rate.abs()))
        .thenApply(ignored -> SetResult.NONE);
  }

  static KeyEncoder brightnessStep() {
    return KeyEncoder.setOnly(
            Set.of("brightness_step", "brightness_step_onoff"), MoveKeys::stepBrightness)
        .withOptions(Light.transition());
  }

  private static CompletionStage<SetResult> stepBrightness(SetRequest request) {
    boolean onOff = request.key().endsWith("_onoff");
    BigDecimal step = Numbers.require(request.value(), request.key());
    Map<String, Object> values =
        Map.of(
            "stepmode", step.signum() > 0 ? 0 : 1,
            "stepsize", step.abs(),
            "transtime", Transition.of(request).tenths());
    return LightCommands.level(request.target(), onOff ? "stepWithOnOff" : "step", values)
        .thenApply(ignored -> stepped(request, step, onOff));
  }

  /** What the brightness will be, as far as that is known. */
  private static SetResult stepped(SetRequest request, BigDecimal step, boolean onOff) {
    Optional<BigDecimal> before = Numbers.exact(request.state().get("brightness"));
    if (before.isEmpty()) {
      return SetResult.NONE;
    }
    if (step.signum() == 0) {
      LightCommands.readLater(
          request.target(), "level", Duration.ZERO, LightCommands.CURRENT_LEVEL);
      return SetResult.NONE;
    }
    Object state = request.state().get("state");
    BigDecimal brightness = onOff || "ON".equals(state) ? before.get().add(step) : before.get();
    BigDecimal least = onOff || "OFF".equals(state) ? BigDecimal.ZERO : BigDecimal.ONE;
    brightness = brightness.min(BigDecimal.valueOf(254)).max(least);
    if (onOff && Meta.all(request.target(), "turnsOffAtBrightness1")) {
      brightness = aroundOne(brightness, before.get(), step);
    }
    return SetResult.of(
        Map.of(
            "brightness",
            Numbers.of(brightness),
            "state",
            brightness.signum() == 0 ? "OFF" : "ON"));
  }

  private static BigDecimal aroundOne(BigDecimal brightness, BigDecimal before, BigDecimal step) {
    if (step.signum() < 0 && brightness.compareTo(BigDecimal.ONE) == 0) {
      return BigDecimal.ZERO;
    }
    return step.signum() > 0 && before.signum() == 0 ? brightness.add(BigDecimal.ONE) : brightness;
  }

  static KeyEncoder temperatureStep() {
    return KeyEncoder.setOnly(
            Set.of("color_temp_step"),
            request -> {
              BigDecimal step = Numbers.require(request.value(), request.key());
              Map<String, Object> values = new LinkedHashMap<>(stepValues(request, step));
              values.put("minimum", 0);
              values.put("maximum", WARMEST);
              return thenRead(
                  request,
                  LightCommands.color(request.target(), "stepColorTemp", values),
                  afterStep(request),
                  LightCommands.COLOR_TEMPERATURE);
            })
        .withOptions(Light.transition());
  }

  static KeyEncoder hueAndSaturationStep() {
    return KeyEncoder.setOnly(
            Set.of("hue_step", "saturation_step"),
            request -> {
              boolean hue = request.key().equals("hue_step");
              BigDecimal step = Numbers.require(request.value(), request.key());
              return thenRead(
                  request,
                  LightCommands.color(
                      request.target(),
                      hue ? "stepHue" : "stepSaturation",
                      stepValues(request, step)),
                  afterStep(request),
                  hue ? LightCommands.CURRENT_HUE : LightCommands.CURRENT_SATURATION,
                  LightCommands.COLOR_MODE);
            })
        .withOptions(Light.transition());
  }

  private static Map<String, Object> stepValues(SetRequest request, BigDecimal step) {
    return Map.of(
        "stepmode", step.signum() > 0 ? UP : DOWN,
        "stepsize", step.abs(),
        "transtime", Transition.of(request).tenths());
  }

  private static Duration afterStep(SetRequest request) {
    return AT_REST.plusMillis(100 * Transition.of(request).tenths());
  }

  static KeyEncoder hueAndSaturationMove() {
    return KeyEncoder.setOnly(
        Set.of("hue_move", "saturation_move"),
        request -> move(request, request.key().equals("hue_move"), request.value()));
  }

  /** Moves hue or saturation by a rate, or stops that. */
  static CompletionStage<SetResult> move(SetRequest request, boolean hue, @Nullable Object value) {
    String command = hue ? "moveHue" : "moveSaturation";
    if (isStop(value)) {
      return thenRead(
          request,
          LightCommands.color(request.target(), command, Map.of("rate", 1, "movemode", STOP)),
          AT_REST,
          hue ? LightCommands.CURRENT_HUE : LightCommands.CURRENT_SATURATION,
          LightCommands.COLOR_MODE);
    }
    BigDecimal rate = Numbers.require(value, request.key());
    return LightCommands.color(
            request.target(),
            command,
            Map.of("rate", rate.abs(), "movemode", rate.signum() > 0 ? UP : DOWN))
        .thenApply(ignored -> SetResult.NONE);
  }

  private static CompletionStage<SetResult> thenRead(
      SetRequest request, CompletionStage<Void> sent, Duration delay, Attribute... attributes) {
    return sent.thenApply(
        ignored -> {
          LightCommands.readLater(request.target(), request.key(), delay, attributes);
          return SetResult.NONE;
        });
  }

  static KeyEncoder temperatureMove() {
    return KeyEncoder.setOnly(
        Set.of("colortemp_move", "color_temp_move"), MoveKeys::moveTemperature);
  }

  private static CompletionStage<SetResult> moveTemperature(SetRequest request) {
    BigDecimal minimum = BigDecimal.ZERO;
    BigDecimal maximum = BigDecimal.valueOf(WARMEST);
    BigDecimal rate;
    if (request.value() instanceof String text) {
      rate = namedRate(request, text.toLowerCase(Locale.ROOT));
      minimum = BigDecimal.valueOf(153);
      maximum = BigDecimal.valueOf(370);
    } else if (request.value() instanceof Map<?, ?> map) {
      rate = Numbers.require(map.get("rate"), request.key() + ".rate");
      minimum = bound(request, map.get("minimum"), minimum);
      maximum = bound(request, map.get("maximum"), maximum);
      if (minimum.compareTo(maximum) >= 0) {
        throw new DeviceException(
            "%s: minimum (%s) must be less than maximum (%s)"
                .formatted(request.key(), minimum, maximum));
      }
    } else {
      rate = Numbers.require(request.value(), request.key());
    }
    int mode = rate.signum() == 0 ? STOP : rate.signum() > 0 ? UP : DOWN;
    CompletionStage<Void> sent =
        LightCommands.color(
            request.target(),
            "moveColorTemp",
            Map.of(
                "minimum", minimum,
                "maximum", maximum,
                "rate", mode == STOP ? BigDecimal.ONE : rate.abs(),
                "movemode", mode));
    return mode == STOP
        ? thenRead(
            request, sent, AT_REST, LightCommands.COLOR_TEMPERATURE, LightCommands.COLOR_MODE)
        : sent.thenApply(ignored -> SetResult.NONE);
  }

  private static BigDecimal bound(
      SetRequest request, @Nullable Object value, BigDecimal otherwise) {
    return value == null ? otherwise : Numbers.require(value, request.key());
  }

  private static BigDecimal namedRate(SetRequest request, String name) {
    Object given = request.message().get("rate");
    BigDecimal rate = given == null ? BigDecimal.valueOf(55) : Numbers.require(given, "rate");
    return switch (name) {
      case "stop", "release", "0" -> BigDecimal.ZERO;
      case "up", "1" -> rate;
      case "down" -> rate.negate();
      default ->
          throw new DeviceException(
              "%s: invalid string value \"%s\". Expected \"stop\", \"release\", \"0\", \"up\","
                      .formatted(request.key(), request.value())
                  + " \"1\", or \"down\"");
    };
  }

  private static boolean isStop(@Nullable Object value) {
    return "stop".equals(value) || (value instanceof Number number && number.doubleValue() == 0);
  }
}
