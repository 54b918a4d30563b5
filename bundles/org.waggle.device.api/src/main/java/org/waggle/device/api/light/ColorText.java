package org.waggle.device.api.light;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;

/** The forms in which users give a colour. */
final class ColorText {

  private ColorText() {}

  /**
   * The colour a JSON value means: {@code {x,y}}, {@code {r,g,b}}, {@code {rgb}}, {@code {hex}},
   * {@code "#rrggbb"}, {@code {h,s,l}}, {@code {hsl}}, {@code {h,s,b}}, {@code {hsb}}, {@code
   * {h,s,v}}, {@code {hsv}}, {@code {h,s}}, {@code {h}}, {@code {s}}, {@code {hue,saturation}}.
   */
  static Color parse(@Nullable Object value) {
    if (value instanceof String text && text.startsWith("#")) {
      return hex(text);
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw invalid();
    }
    if (has(map, "x", "y")) {
      return new Color.Xy(number(map, "x"), number(map, "y"));
    }
    if (has(map, "r", "g", "b")) {
      return rgb(number(map, "r"), number(map, "g"), number(map, "b"));
    }
    if (map.get("rgb") instanceof String text) {
      double[] parts = parts(text);
      return rgb(parts[0], parts[1], parts[2]);
    }
    return map.get("hex") instanceof String text ? hex(text) : hueAndSaturation(map);
  }

  private static Color hueAndSaturation(Map<?, ?> map) {
    if (has(map, "h", "s", "l")) {
      return Color.Hsv.ofHsl(number(map, "h"), number(map, "s"), number(map, "l"));
    }
    if (map.get("hsl") instanceof String text) {
      double[] parts = parts(text);
      return Color.Hsv.ofHsl(parts[0], parts[1], parts[2]);
    }
    for (String third : new String[] {"b", "v"}) {
      if (has(map, "h", "s", third)) {
        return Color.Hsv.of(number(map, "h"), number(map, "s"), number(map, third));
      }
      if (map.get("hs" + third) instanceof String text) {
        double[] parts = parts(text);
        return Color.Hsv.of(parts[0], parts[1], parts[2]);
      }
    }
    if (has(map, "h") || has(map, "s")) {
      return hsv(map, "h", "s", "");
    }
    if (has(map, "hue") || has(map, "saturation")) {
      return hsv(map, "hue", "saturation", "value");
    }
    throw invalid();
  }

  private static Color hsv(Map<?, ?> map, String hue, String saturation, String value) {
    OptionalDouble degrees = optional(map, hue);
    return new Color.Hsv(
        degrees.isPresent() ? OptionalDouble.of(degrees.getAsDouble() % 360) : degrees,
        optional(map, saturation),
        optional(map, value));
  }

  private static Color rgb(double red, double green, double blue) {
    return new Color.Rgb(red / 255, green / 255, blue / 255);
  }

  private static Color hex(String text) {
    try {
      int rgb = Integer.parseInt(text.replace("#", ""), 16);
      return rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    } catch (NumberFormatException notHex) {
      throw invalid();
    }
  }

  private static boolean has(Map<?, ?> map, String... keys) {
    for (String key : keys) {
      if (map.get(key) == null) {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble optional(Map<?, ?> map, String key) {
    return has(map, key) ? OptionalDouble.of(number(map, key)) : OptionalDouble.empty();
  }

  private static double number(Map<?, ?> map, String key) {
    return Numbers.require(map.get(key), "color." + key).doubleValue();
  }

  private static double[] parts(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length < 3) {
      throw invalid();
    }
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      Optional<Double> part = Numbers.parse(parts[i]).map(number -> (double) Numbers.whole(number));
      numbers[i] = part.orElseThrow(ColorText::invalid);
    }
    return numbers;
  }

  private static DeviceException invalid() {
    return new DeviceException("Value does not contain valid color definition");
  }
}
