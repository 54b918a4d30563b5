package org.waggle.device.api.light;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.GetRequest;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Meta;

/** How {@code color}, {@code color_temp} and what belongs to them are set and got. */
final class ColorKeys {

  static final String HUE_AND_SATURATION = "supportsHueAndSaturation";
  static final String ENHANCED_HUE = "supportsEnhancedHue";
  static final String RED_FIX = "applyRedFix";

  private static final String TEMPERATURE = "color_temp";
  private static final String PERCENT = "color_temp_percent";
  private static final Attribute OPTIONS = LightCommands.COLOR.attribute("options");
  private static final Attribute START_UP =
      LightCommands.COLOR.attribute("startUpColorTemperature");
  private static final int RESTORE = 0xFFFF;
  private static final double FULL = 0xFFFF;

  private ColorKeys() {}

  static Expose colorSync() {
    return Expose.binary("color_sync", Access.SET, true, false)
        .withDescription(
            "When enabled colors will be synced, e.g. if the light supports both color x/y and"
                + " color temperature a conversion from color x/y to color temperature will be done"
                + " when setting the x/y color (default true).");
  }

  /** For lights with colour, colour temperature, or both. */
  static KeyEncoder encoder(boolean hasColor, boolean hasTemperature) {
    Set<String> keys =
        hasColor && hasTemperature
            ? Set.of("color", TEMPERATURE, PERCENT)
            : hasColor ? Set.of("color") : Set.of(TEMPERATURE, PERCENT);
    return KeyEncoder.of(
            keys,
            request -> request.key().equals("color") ? setColor(request) : setTemperature(request),
            request -> get(request, hasColor, hasTemperature))
        .withOptions(colorSync(), Light.transition());
  }

  private static CompletionStage<Void> get(
      GetRequest request, boolean hasColor, boolean hasTemperature) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(LightCommands.COLOR_MODE);
    if (hasColor) {
      wanted(request, attributes, "x", "currentX");
      wanted(request, attributes, "y", "currentY");
      if (Meta.all(request.target(), HUE_AND_SATURATION)) {
        boolean enhanced = Meta.all(request.target(), ENHANCED_HUE);
        wanted(request, attributes, "hue", enhanced ? "enhancedCurrentHue" : "currentHue");
        wanted(request, attributes, "saturation", "currentSaturation");
      }
    }
    if (hasTemperature) {
      attributes.add(LightCommands.COLOR_TEMPERATURE);
    }
    return Attribute.get(request.target(), attributes);
  }

  /** A client may ask for some components only. */
  private static void wanted(
      GetRequest request, List<Attribute> attributes, String component, String attribute) {
    Object color = request.message().get("color");
    boolean all = color == null || color.equals("");
    if (all || (color instanceof Map<?, ?> map && map.get(component) != null)) {
      attributes.add(LightCommands.COLOR.attribute(attribute));
    }
  }

  private static CompletionStage<SetResult> setColor(SetRequest request) {
    Color color = ColorText.parse(request.value());
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    CompletionStage<Void> sent;
    if (color instanceof Color.Hsv hsv && Meta.all(request.target(), HUE_AND_SATURATION)) {
      changed.put("color_mode", "hs");
      changed.put("color", hsv.toMap(true));
      sent = HueCommands.send(request, HueCorrection.correct(hsv, request.options()));
    } else {
      Color.Xy xy = red(request, xy(request, color));
      changed.put("color_mode", "xy");
      changed.put("color", xy.toMap());
      sent = moveToColor(request, xy);
    }
    return sent.thenApply(ignored -> synced(request, changed));
  }

  private static Color.Xy xy(SetRequest request, Color color) {
    if (color instanceof Color.Rgb rgb) {
      return rgb.linear().toXy().rounded();
    }
    return color instanceof Color.Hsv hsv
        ? HueCorrection.correct(hsv, request.options()).toXy().rounded()
        : color.toXy();
  }

  /** Some bulbs do not answer to the reddest red there is. */
  private static Color.Xy red(SetRequest request, Color.Xy xy) {
    boolean isReddest = xy.x() == 0.701 && xy.y() == 0.299;
    return isReddest && Meta.all(request.target(), RED_FIX) ? new Color.Xy(0.7006, 0.2993) : xy;
  }

  private static CompletionStage<Void> moveToColor(SetRequest request, Color.Xy xy) {
    return LightCommands.color(
        request.target(),
        "moveToColor",
        Map.of(
            "colorx", Numbers.map(xy.x(), 0, 1, 0, FULL),
            "colory", Numbers.map(xy.y(), 0, 1, 0, FULL),
            "transtime", Transition.of(request).tenths()));
  }

  private static SetResult synced(SetRequest request, Map<String, @Nullable Object> changed) {
    return SetResult.of(
        ColorSync.sync(
            changed,
            request.state(),
            ColorTemperatureRange.of(request.target()),
            request.options()));
  }

  private static CompletionStage<SetResult> setTemperature(SetRequest request) {
    ColorTemperatureRange range = ColorTemperatureRange.of(request.target());
    double wanted =
        request.key().equals(PERCENT)
            ? Numbers.map(
                Numbers.require(request.value(), PERCENT).doubleValue(),
                0,
                100,
                range.minimum().orElse(154),
                range.maximum().orElse(500))
            : mireds(request, range);
    double mireds = range.clamp(wanted);
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    changed.put("color_mode", "color_temp");
    changed.put(TEMPERATURE, Numbers.of(mireds));
    return LightCommands.color(
            request.target(),
            "moveToColorTemp",
            Map.of("colortemp", mireds, "transtime", Transition.of(request).tenths()))
        .thenApply(ignored -> synced(request, changed));
  }

  /** A number, or a preset's name. */
  private static double mireds(SetRequest request, ColorTemperatureRange range) {
    if (request.value() instanceof String name) {
      switch (name) {
        case "coolest" -> {
          return range.minimum().orElseThrow(() -> unknown(name));
        }
        case "warmest" -> {
          return range.maximum().orElseThrow(() -> unknown(name));
        }
        case "cool" -> {
          return 250;
        }
        case "neutral" -> {
          return 370;
        }
        case "warm" -> {
          return 454;
        }
        default -> {}
      }
    }
    return Numbers.require(request.value(), request.key()).doubleValue();
  }

  private static DeviceException unknown(String preset) {
    return new DeviceException("'" + preset + "' is not known of this light");
  }

  static KeyEncoder mode() {
    return KeyEncoder.getOnly(
        Set.of("color_mode"), request -> LightCommands.COLOR_MODE.get(request.target()));
  }

  static KeyEncoder options() {
    return KeyEncoder.of(
        Set.of("color_options"),
        request -> {
          if (!(request.value() instanceof Map<?, ?> map)) {
            throw new DeviceException("color_options is not a object, got " + request.value());
          }
          boolean executeIfOff = Boolean.TRUE.equals(map.get("execute_if_off"));
          return OPTIONS
              .set(request.target(), executeIfOff ? 1 : 0)
              .thenApply(ignored -> SetResult.of(Map.of("color_options", map)));
        },
        request -> OPTIONS.get(request.target()));
  }

  /** The colour temperature after power returned. */
  static KeyEncoder startUp() {
    return KeyEncoder.of(
        Set.of("color_temp_startup"),
        request -> {
          ColorTemperatureRange range = ColorTemperatureRange.of(request.target());
          double wanted = "previous".equals(request.value()) ? RESTORE : mireds(request, range);
          double mireds = wanted == RESTORE ? wanted : range.clamp(wanted);
          return START_UP
              .set(request.target(), mireds)
              .thenApply(ignored -> SetResult.of(Map.of("color_temp_startup", Numbers.of(mireds))));
        },
        request -> START_UP.get(request.target()));
  }
}
