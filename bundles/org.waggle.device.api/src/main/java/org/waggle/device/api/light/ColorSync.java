package org.waggle.device.api.light;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;

/**
 * Keeps {@code color}, {@code color_temp} and {@code color_mode} of a state in step: where a light
 * has been seen to speak of a colour in several forms, a change in one changes the others. The
 * option {@code color_sync} turns it off.
 */
final class ColorSync {

  private static final String COLOR = "color";
  private static final String MODE = "color_mode";
  private static final String TEMPERATURE = "color_temp";

  private final Map<String, @Nullable Object> changed;
  private final Map<String, @Nullable Object> before;
  private final ColorTemperatureRange range;

  private ColorSync(
      Map<String, @Nullable Object> changed,
      Map<String, @Nullable Object> before,
      ColorTemperatureRange range) {
    this.changed = changed;
    this.before = before;
    this.range = range;
  }

  /**
   * The colour keys of the new state.
   *
   * @param changed what is new; keys without suffix
   * @param before the state so far; keys without suffix
   */
  static Map<String, @Nullable Object> sync(
      Map<String, @Nullable Object> changed,
      Map<String, @Nullable Object> before,
      ColorTemperatureRange range,
      Map<String, @Nullable Object> options) {
    if (Boolean.FALSE.equals(options.get("color_sync"))) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>(changed);
      result.keySet().removeIf(key -> !key.equals(COLOR) && !isOther(key));
      return result;
    }
    return new ColorSync(changed, before, range).result();
  }

  private static boolean isOther(String key) {
    return key.equals(MODE) || key.equals(TEMPERATURE);
  }

  private Map<String, @Nullable Object> result() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    Optional<Object> mode = mode();
    mode.ifPresent(value -> result.put(MODE, value));
    Map<String, @Nullable Object> color = new LinkedHashMap<>();
    switch (mode.map(Object::toString).orElse("")) {
      case "hs" -> fromHueAndSaturation(result, color);
      case "xy" -> fromXy(result, color);
      case "color_temp" -> fromTemperature(result, color);
      default -> {}
    }
    if (!color.isEmpty()) {
      result.put(COLOR, color);
    }
    return result;
  }

  private Optional<Object> mode() {
    Optional<Object> known =
        Optional.ofNullable(changed.get(MODE)).or(() -> Optional.ofNullable(before.get(MODE)));
    if (known.isPresent()) {
      return known;
    }
    if (changed.get(COLOR) instanceof Map<?, ?> color) {
      return Optional.of(color.get("hue") != null ? "hs" : "xy");
    }
    return changed.get(TEMPERATURE) != null ? Optional.of("color_temp") : Optional.empty();
  }

  private void fromHueAndSaturation(
      Map<String, @Nullable Object> result, Map<String, @Nullable Object> color) {
    copy(color, "hue");
    copy(color, "saturation");
    if (color.size() < 2) {
      return;
    }
    Color.Xy xy = Color.Hsv.of(number(color, "hue"), number(color, "saturation"), 100).toXy();
    temperature(result, xy);
    if (speaksOf("x", "y")) {
      color.putAll(xy.rounded().toMap());
    }
  }

  private void fromXy(Map<String, @Nullable Object> result, Map<String, @Nullable Object> color) {
    copy(color, "x");
    copy(color, "y");
    if (color.size() < 2) {
      return;
    }
    Color.Xy xy = new Color.Xy(number(color, "x"), number(color, "y"));
    temperature(result, xy);
    if (speaksOf("hue", "saturation")) {
      color.putAll(xy.toHsv().toRoundedMap());
    }
  }

  private void fromTemperature(
      Map<String, @Nullable Object> result, Map<String, @Nullable Object> color) {
    Object temperature =
        changed.get(TEMPERATURE) != null ? changed.get(TEMPERATURE) : before.get(TEMPERATURE);
    if (temperature == null) {
      return;
    }
    result.put(TEMPERATURE, temperature);
    Color.Xy xy = PlanckianLocus.ofMireds(Numbers.require(temperature, TEMPERATURE).doubleValue());
    if (speaksOf("x", "y")) {
      color.putAll(xy.rounded().toMap());
    }
    if (speaksOf("hue", "saturation")) {
      color.putAll(xy.toHsv().toRoundedMap());
    }
  }

  private void temperature(Map<String, @Nullable Object> result, Color.Xy xy) {
    if (changed.get(TEMPERATURE) != null || before.get(TEMPERATURE) != null) {
      double mireds = Numbers.round(xy.toMireds(), 0).doubleValue();
      result.put(TEMPERATURE, Numbers.of(range.clamp(mireds)));
    }
  }

  private boolean speaksOf(String one, String other) {
    return hasBoth(changed, one, other) || hasBoth(before, one, other);
  }

  private static boolean hasBoth(Map<String, @Nullable Object> state, String one, String other) {
    return state.get(COLOR) instanceof Map<?, ?> color
        && color.get(one) != null
        && color.get(other) != null;
  }

  private void copy(Map<String, @Nullable Object> color, String key) {
    Object value = component(changed, key);
    if (value == null) {
      value = component(before, key);
    }
    if (value != null) {
      color.put(key, value);
    }
  }

  private static @Nullable Object component(Map<String, @Nullable Object> state, String key) {
    return state.get(COLOR) instanceof Map<?, ?> color ? color.get(key) : null;
  }

  private static double number(Map<String, @Nullable Object> color, String key) {
    return Numbers.require(color.get(key), key).doubleValue();
  }
}
