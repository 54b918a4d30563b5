package org.waggle.device.api.light;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.trait.Meta;

/** Sends a colour as hue and saturation, to lights that know these. */
final class HueCommands {

  private static final int LEVELS = 254;

  private HueCommands() {}

  static CompletionStage<Void> send(SetRequest request, Color.Hsv color) {
    long transition = Transition.of(request).tenths();
    CompletionStage<Void> level = CompletableFuture.completedFuture(null);
    if (color.value().isPresent() && request.value() instanceof Map<?, ?>) {
      long value = Numbers.map(color.value().getAsDouble(), 0, 100, 0, LEVELS);
      level =
          LightCommands.level(
              request.target(),
              "moveToLevelWithOnOff",
              Map.of("level", value, "transtime", transition));
    }
    return level.thenCompose(ignored -> hueAndSaturation(request, color, transition));
  }

  private static CompletionStage<Void> hueAndSaturation(
      SetRequest request, Color.Hsv color, long transition) {
    boolean enhanced = Meta.all(request.target(), ColorKeys.ENHANCED_HUE);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("transtime", transition);
    color.saturation().ifPresent(s -> values.put("saturation", Numbers.map(s, 0, 100, 0, LEVELS)));
    if (color.hue().isEmpty()) {
      return LightCommands.color(request.target(), "moveToSaturation", values);
    }
    double hue = color.hue().getAsDouble();
    values.put(
        enhanced ? "enhancehue" : "hue", Numbers.map(hue, 0, 360, 0, enhanced ? 0xFFFF : LEVELS));
    if (color.saturation().isPresent()) {
      return LightCommands.color(
          request.target(),
          enhanced ? "enhancedMoveToHueAndSaturation" : "moveToHueAndSaturation",
          values);
    }
    Object direction = request.value() instanceof Map<?, ?> map ? map.get("direction") : null;
    values.put("direction", direction == null ? 0 : direction);
    return LightCommands.color(
        request.target(), enhanced ? "enhancedMoveToHue" : "moveToHue", values);
  }
}
