package org.waggle.device.api.light;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.KeyEncoder;

/** How {@code effect}, and the older {@code alert} and {@code flash}, are set. */
final class EffectKeys {

  static final List<String> NAMES =
      List.of("blink", "breathe", "okay", "channel_change", "finish_effect", "stop_effect");

  /** Effect identifiers (ZCL 3.5.2.3.3.1). */
  private static final Map<String, Integer> EFFECTS =
      Map.of(
          "blink", 0,
          "breathe", 1,
          "okay", 2,
          "channel_change", 11,
          "finish_effect", 254,
          "stop_effect", 255);

  private static final Map<String, Integer> ALERTS = Map.of("select", 0, "lselect", 1, "none", 255);
  private static final Cluster IDENTIFY = Cluster.of("genIdentify");
  private static final int SECONDS_PER_LOOP = 15;

  private EffectKeys() {}

  static KeyEncoder encoder() {
    return KeyEncoder.setOnly(Set.of("effect", "alert", "flash"), EffectKeys::set);
  }

  private static CompletionStage<SetResult> set(SetRequest request) {
    if (!request.key().equals("effect")) {
      return trigger(request, ALERTS, alert(request.value()));
    }
    String effect = request.value() instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    return switch (effect) {
      case "colorloop" -> MoveKeys.move(request, true, loopRate(request));
      case "stop_colorloop" -> MoveKeys.move(request, true, "stop");
      default -> trigger(request, EFFECTS, effect);
    };
  }

  private static long loopRate(SetRequest request) {
    Object given = request.message().get("transition");
    double seconds =
        Numbers.require(given == null ? SECONDS_PER_LOOP : given, "transition").doubleValue();
    return Math.min(255, Math.max(1, Math.round(255 / seconds)));
  }

  private static String alert(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.intValue() == 2 ? "select" : number.intValue() == 10 ? "lselect" : "" + value;
    }
    return String.valueOf(value).toLowerCase(Locale.ROOT);
  }

  private static CompletionStage<SetResult> trigger(
      SetRequest request, Map<String, Integer> effects, String effect) {
    Integer id = effects.get(effect);
    if (id == null) {
      throw new DeviceException(
          "Key '%s' not found in: [%s]".formatted(effect, String.join(", ", effects.keySet())));
    }
    return IDENTIFY
        .command(request.target(), "triggerEffect", Map.of("effectid", id, "effectvariant", 0))
        .thenApply(answer -> SetResult.NONE);
  }
}
