package org.waggle.device.api.light;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Attributes;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.Reception;

/** What lights say about their level and colour. */
final class LightDecoders {

  private static final List<String> MODES = List.of("hs", "xy", "color_temp");
  private static final Attribute START_UP_TEMPERATURE =
      LightCommands.COLOR.attribute("startUpColorTemperature");
  private static final Attribute OPTIONS = LightCommands.COLOR.attribute("options");
  private static final Attribute X = LightCommands.COLOR.attribute("currentX");
  private static final Attribute Y = LightCommands.COLOR.attribute("currentY");
  private static final Attribute ENHANCED_HUE = LightCommands.COLOR.attribute("enhancedCurrentHue");
  private static final double LEVELS = 254;
  private static final double FULL = 0xFFFF;

  private LightDecoders() {}

  static Decoder brightness() {
    return Decoder.ofAttributes(
        "genLevelCtrl",
        (reception, attributes) -> {
          OptionalLong level = attributes.integer(LightCommands.CURRENT_LEVEL);
          return level.isPresent()
              ? reception.only("brightness", Numbers.of(level.getAsLong()))
              : Map.of();
        });
  }

  static Decoder color() {
    return Decoder.ofAttributes("lightingColorCtrl", LightDecoders::color, ColorKeys.colorSync());
  }

  private static Map<String, @Nullable Object> color(Reception reception, Attributes attributes) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    attributes
        .integer(LightCommands.COLOR_TEMPERATURE)
        .ifPresent(v -> changed.put("color_temp", Numbers.of(v)));
    attributes
        .integer(START_UP_TEMPERATURE)
        .ifPresent(v -> changed.put("color_temp_startup", Numbers.of(v)));
    attributes
        .integer(LightCommands.COLOR_MODE)
        .ifPresent(
            v ->
                changed.put(
                    "color_mode", v >= 0 && v < MODES.size() ? MODES.get((int) v) : Numbers.of(v)));
    Map<String, @Nullable Object> color = components(attributes);
    if (!color.isEmpty()) {
      changed.put("color", color);
    }
    attributes
        .integer(OPTIONS)
        .ifPresent(v -> changed.put("color_options", Map.of("execute_if_off", (v & 1) == 1)));
    changed.putAll(
        ColorSync.sync(changed, before(reception), range(reception), reception.options()));
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    changed.forEach((key, value) -> state.put(reception.property(key), value));
    return state;
  }

  private static Map<String, @Nullable Object> components(Attributes attributes) {
    Map<String, @Nullable Object> color = new LinkedHashMap<>();
    put(color, "x", attributes.integer(X), FULL, 1, 4);
    put(color, "y", attributes.integer(Y), FULL, 1, 4);
    put(color, "saturation", attributes.integer(LightCommands.CURRENT_SATURATION), LEVELS, 100, 0);
    put(color, "hue", attributes.integer(LightCommands.CURRENT_HUE), LEVELS, 360, 0);
    put(color, "hue", attributes.integer(ENHANCED_HUE), FULL, 360, 1);
    return color;
  }

  private static void put(
      Map<String, @Nullable Object> color,
      String component,
      OptionalLong raw,
      double rawMaximum,
      double maximum,
      int decimals) {
    raw.ifPresent(v -> color.put(component, Numbers.round(v * maximum / rawMaximum, decimals)));
  }

  private static Map<String, @Nullable Object> before(Reception reception) {
    Map<String, @Nullable Object> before = new LinkedHashMap<>();
    for (String key : List.of("color", "color_mode", "color_temp")) {
      Object value = reception.state(key);
      if (value != null) {
        before.put(key, value);
      }
    }
    return before;
  }

  private static ColorTemperatureRange range(Reception reception) {
    return reception
        .endpoint()
        .map(ColorTemperatureRange::of)
        .orElse(ColorTemperatureRange.UNKNOWN);
  }
}
