package org.waggle.device.api.light;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;

/** The option {@code hue_correction}: hues that a light shows off, and what to send for them. */
final class HueCorrection {

  private record Point(double in, double out) {}

  private static final Point LEFT = new Point(0, 0);
  private static final Point RIGHT = new Point(359, 359);

  private HueCorrection() {}

  static Color.Hsv correct(Color.Hsv color, Map<String, @Nullable Object> options) {
    if (!(options.get("hue_correction") instanceof List<?> list)
        || list.size() < 2
        || color.hue().isEmpty()) {
      return color;
    }
    List<Point> points = list.stream().flatMap(HueCorrection::point).toList();
    double hue = interpolate(color.hue().getAsDouble(), points);
    return new Color.Hsv(OptionalDouble.of(hue), color.saturation(), color.value());
  }

  private static Stream<Point> point(@Nullable Object entry) {
    return entry instanceof Map<?, ?> map
        ? Stream.of(
            new Point(
                Numbers.require(map.get("in"), "in").doubleValue(),
                Numbers.require(map.get("out"), "out").doubleValue()))
        : Stream.empty();
  }

  private static double interpolate(double hue, List<Point> points) {
    Comparator<Point> byInput = Comparator.comparingDouble(Point::in);
    Point left = points.stream().filter(p -> p.in <= hue).max(byInput).orElse(LEFT);
    Point right = points.stream().filter(p -> p.in > hue).min(byInput).orElse(RIGHT);
    double ratio = 1 - (right.in - hue) / (right.in - left.in);
    return Math.round(left.out + ratio * (right.out - left.out));
  }
}
