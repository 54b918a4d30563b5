package org.waggle.device.api.light;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.trait.Meta;

/** Colours in scenes (ZCL 5.2.2.4). */
public final class SceneColors {

  private static final Gson GSON = new Gson();
  private static final int COLOR_CONTROL = 0x0300;
  private static final double FULL = 0xFFFF;

  /**
   * What a scene has of a colour.
   *
   * @param fieldSet as {@link org.waggle.zcl.cluster.SpecialType#EXTENSION_FIELD_SETS} takes it
   * @param state what the state will be when the scene is recalled
   */
  public record Stored(Map<String, Object> fieldSet, Map<String, @Nullable Object> state) {}

  private SceneColors() {}

  /** A colour temperature: stored as the colour it is, which is all devices take. */
  public static Stored temperature(Target target, Object value) {
    double mireds =
        ColorTemperatureRange.of(target).clamp(Numbers.require(value, "color_temp").doubleValue());
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("color_mode", "color_temp");
    state.put("color_temp", Numbers.of(mireds));
    return new Stored(xy(PlanckianLocus.ofMireds(mireds)), state);
  }

  /** A colour as hue and saturation or x and y; red, green and blue are not stored. */
  public static Stored color(SetRequest request, Object value) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    Color color = ColorText.parse(parsed(value));
    if (color instanceof Color.Xy xy) {
      state.put("color_mode", "xy");
      state.put("color", xy.toMap());
      return new Stored(xy(xy), state);
    }
    if (color instanceof Color.Hsv hsv) {
      state.put("color_mode", "hs");
      state.put("color", hsv.toMap(false));
      Color.Hsv corrected = HueCorrection.correct(hsv, request.options());
      boolean enhanced = Meta.all(request.target(), ColorKeys.ENHANCED_HUE);
      return new Stored(enhanced ? hueAndSaturation(corrected) : xy(corrected.toXy()), state);
    }
    return new Stored(Map.of(), state);
  }

  private static @Nullable Object parsed(Object value) {
    if (value instanceof String text) {
      try {
        return GSON.fromJson(text, Map.class);
      } catch (JsonSyntaxException notJson) {
        return text;
      }
    }
    return value;
  }

  private static Map<String, Object> xy(Color.Xy xy) {
    return fieldSet(
        4, List.of(Numbers.map(xy.x(), 0, 1, 0, FULL), Numbers.map(xy.y(), 0, 1, 0, FULL)));
  }

  private static Map<String, Object> hueAndSaturation(Color.Hsv hsv) {
    long hue = Numbers.map(hsv.hue().orElse(0), 0, 360, 0, FULL);
    long saturation = Numbers.map(hsv.saturation().orElse(0), 0, 100, 0, 254);
    return fieldSet(13, List.of(0L, 0L, hue, saturation, 0L, 0L, 0L, 0L));
  }

  private static Map<String, Object> fieldSet(int length, List<Long> fields) {
    return Map.of("clstId", COLOR_CONTROL, "len", length, "extField", fields);
  }

  /** The state of a scene with all its colour keys in step. */
  public static Map<String, @Nullable Object> recalled(
      Map<String, @Nullable Object> stored, SetRequest request) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>(stored);
    if (state.get("color_mode") == null) {
      if (state.get("color_temp") != null) {
        state.put("color_mode", "color_temp");
      } else if (state.get("color") instanceof Map<?, ?> color) {
        state.put("color_mode", color.get("x") != null ? "xy" : "hs");
      }
    }
    state.putAll(
        ColorSync.sync(
            state, request.state(), ColorTemperatureRange.of(request.target()), request.options()));
    return state;
  }
}
