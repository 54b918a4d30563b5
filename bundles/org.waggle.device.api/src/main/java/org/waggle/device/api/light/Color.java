package org.waggle.device.api.light;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;

/**
 * A colour in one of the spaces users and devices speak of.
 *
 * <p>Between RGB and CIE 1931 x/y, colours go by the wide RGB D65 matrices, as in Zigbee2MQTT.
 */
sealed interface Color {

  Xy toXy();

  /**
   * Red, green and blue.
   *
   * @param red 0..1
   */
  record Rgb(double red, double green, double blue) implements Color {

    /** As an sRGB display means it. */
    Rgb linear() {
      return new Rgb(linear(red), linear(green), linear(blue));
    }

    private static double linear(double v) {
      return v > 0.04045 ? Math.pow((v + 0.055) / 1.055, 2.4) : v / 12.92;
    }

    @Override
    public Xy toXy() {
      double x = red * 0.664511 + green * 0.154324 + blue * 0.162028;
      double y = red * 0.283881 + green * 0.668433 + blue * 0.047685;
      double z = red * 0.000088 + green * 0.07231 + blue * 0.986039;
      double sum = x + y + z;
      return sum == 0 ? new Xy(0, 0) : new Xy(x / sum, y / sum);
    }

    Hsv toHsv() {
      double max = Math.max(red, Math.max(green, blue));
      double min = Math.min(red, Math.min(green, blue));
      double range = max - min;
      double sixths = 0;
      if (range != 0) {
        if (max == red) {
          sixths = (green - blue) / range + (green < blue ? 6 : 0);
        } else if (max == green) {
          sixths = (blue - red) / range + 2;
        } else {
          sixths = (red - green) / range + 4;
        }
      }
      return Hsv.of(sixths * 60, max == 0 ? 0 : 100 * range / max, 100 * max);
    }
  }

  /** CIE 1931 chromaticity. */
  record Xy(double x, double y) implements Color {

    @Override
    public Xy toXy() {
      return this;
    }

    Xy rounded() {
      return new Xy(Numbers.round(x, 4).doubleValue(), Numbers.round(y, 4).doubleValue());
    }

    Map<String, @Nullable Object> toMap() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("x", Numbers.of(x));
      map.put("y", Numbers.of(y));
      return map;
    }

    /** The colour temperature nearest to it, by McCamy. */
    double toMireds() {
      double n = (x - 0.332) / (0.1858 - y);
      double kelvin = Math.abs(437 * n * n * n + 3601 * n * n + 6861 * n + 5517);
      return 1_000_000 / kelvin;
    }

    /** At full brightness. */
    Rgb toRgb() {
      double bigX = x / y;
      double bigZ = (1 - x - y) / y;
      double red = bigX * 1.656492 - 0.354851 - bigZ * 0.255038;
      double green = -bigX * 0.707196 + 1.655397 + bigZ * 0.036152;
      double blue = bigX * 0.051713 - 0.121364 + bigZ * 1.01153;
      double max = Math.max(red, Math.max(green, blue));
      double limit = max > 1 ? max : 1;
      return new Rgb(positive(red / limit), positive(green / limit), positive(blue / limit));
    }

    private static double positive(double v) {
      return v > 0 ? v : 0;
    }

    Hsv toHsv() {
      return toRgb().toHsv();
    }
  }

  /**
   * Hue, saturation and value, of which some may be unsaid.
   *
   * @param hue degrees, 0..360
   * @param saturation 0..100
   * @param value 0..100
   */
  record Hsv(OptionalDouble hue, OptionalDouble saturation, OptionalDouble value) implements Color {

    static Hsv of(double hue, double saturation, double value) {
      return new Hsv(
          OptionalDouble.of(hue % 360), OptionalDouble.of(saturation), OptionalDouble.of(value));
    }

    static Hsv ofHsl(double hue, double saturation, double lightness) {
      double value = saturation * Math.min(lightness, 100 - lightness) / 100 + lightness;
      return of(hue, value == 0 ? 0 : 200 * (1 - lightness / value), value);
    }

    @Override
    public Xy toXy() {
      return toRgb().toXy();
    }

    Rgb toRgb() {
      double h = hue.orElse(0) / 60;
      double s = saturation.orElse(100) / 100;
      double v = value.orElse(100) / 100;
      double sector = Math.floor(h);
      double f = h - sector;
      double p = v * (1 - s);
      double q = v * (1 - f * s);
      double t = v * (1 - (1 - f) * s);
      return switch ((int) sector % 6) {
        case 0 -> new Rgb(v, t, p);
        case 1 -> new Rgb(q, v, p);
        case 2 -> new Rgb(p, v, t);
        case 3 -> new Rgb(p, q, v);
        case 4 -> new Rgb(t, p, v);
        default -> new Rgb(v, p, q);
      };
    }

    /** Hue and saturation as whole numbers. */
    Map<String, @Nullable Object> toRoundedMap() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      hue.ifPresent(h -> map.put("hue", Numbers.round(h, 0)));
      saturation.ifPresent(s -> map.put("saturation", Numbers.round(s, 0)));
      return map;
    }

    Map<String, @Nullable Object> toMap(boolean withValue) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      hue.ifPresent(h -> map.put("hue", Numbers.of(h)));
      saturation.ifPresent(s -> map.put("saturation", Numbers.of(s)));
      if (withValue) {
        value.ifPresent(v -> map.put("value", Numbers.of(v)));
      }
      return map;
    }
  }
}
