package org.waggle.device.api.sensing;

import java.math.BigDecimal;
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
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Trait;

/** A siren or strobe (ZCL 8.4). A warning is never held back for later. */
public final class IasWarning {

  private static final List<String> MODES =
      List.of(
          "stop", "burglar", "fire", "emergency", "police_panic", "fire_panic", "emergency_panic");
  private static final List<String> LEVELS = List.of("low", "medium", "high", "very_high");
  private static final Cluster CLUSTER = Cluster.of("ssIasWd");

  private IasWarning() {}

  public static Trait warning() {
    return CompositeTrait.exposing(
            Expose.composite("warning", "warning", Access.SET)
                .withFeature(
                    Expose.choice("mode", Access.SET, MODES)
                        .withDescription("Mode of the warning (sound effect)"))
                .withFeature(
                    Expose.choice("level", Access.SET, LEVELS).withDescription("Sound level"))
                .withFeature(
                    Expose.choice("strobe_level", Access.SET, LEVELS)
                        .withDescription("Intensity of the strobe"))
                .withFeature(
                    Expose.binary("strobe", Access.SET, true, false)
                        .withDescription("Turn on/off the strobe (light) during warning"))
                .withFeature(
                    Expose.numeric("strobe_duty_cycle", Access.SET)
                        .withRange(0, 10)
                        .withDescription("Length of the flash cycle"))
                .withFeature(
                    Expose.numeric("duration", Access.SET)
                        .withUnit("s")
                        .withDescription("Duration in seconds of the alarm")))
        .encodedBy(KeyEncoder.setOnly(Set.of("warning"), IasWarning::set));
  }

  private static CompletionStage<SetResult> set(SetRequest request) {
    Map<?, ?> wish = request.value() instanceof Map<?, ?> map ? map : Map.of();
    boolean strobe = wish.get("strobe") == null || isTrue(wish.get("strobe"));
    int info =
        index(MODES, wish.get("mode"), "emergency") << 4
            | (strobe ? 1 : 0) << 2
            | index(LEVELS, wish.get("level"), "medium");
    Map<String, Object> values =
        Map.of(
            "startwarninginfo", info,
            "warningduration", number(wish.get("duration"), 10),
            "strobedutycycle", number(wish.get("strobe_duty_cycle"), 0).multiply(BigDecimal.TEN),
            "strobelevel", index(LEVELS, wish.get("strobe_level"), "medium"));
    return CLUSTER
        .command(request.target(), "startWarning", values)
        .thenApply(answer -> SetResult.NONE);
  }

  private static boolean isTrue(@Nullable Object value) {
    return value instanceof Boolean truth ? truth : value instanceof Number n && n.intValue() != 0;
  }

  private static int index(List<String> names, @Nullable Object value, String otherwise) {
    String name = value == null || value.equals("") ? otherwise : value.toString();
    int index = names.indexOf(name.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new DeviceException(
          "Key '%s' not found in: [%s]".formatted(name, String.join(", ", names)));
    }
    return index;
  }

  private static BigDecimal number(@Nullable Object value, long otherwise) {
    return value == null ? BigDecimal.valueOf(otherwise) : Numbers.require(value, "warning");
  }
}
