package org.waggle.device.api.onoff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.zcl.ZclStatus;

/** What a device does when power returns: StartUpOnOff (ZCL 3.8.2.2.6). */
public final class PowerOnBehavior {

  /** The attribute. */
  public static final Attribute START_UP_ON_OFF = Attribute.of("genOnOff", "startUpOnOff");

  private static final String KEY = "power_on_behavior";
  private static final Map<String, Integer> VALUES =
      Map.of("off", 0, "on", 1, "toggle", 2, "previous", 255);

  private PowerOnBehavior() {}

  public static Expose expose() {
    return Expose.choice(KEY, Access.ALL, List.of("off", "on", "toggle", "previous"))
        .withLabel("Power-on behavior")
        .withDescription("Controls the behavior when the device is powered on after power loss")
        .withCategory("config");
  }

  public static Decoder decoder() {
    return Decoder.ofAttributes(
        "genOnOff",
        (reception, attributes) -> {
          long value = attributes.integer(START_UP_ON_OFF).orElse(-1);
          return VALUES.entrySet().stream()
              .filter(entry -> entry.getValue() == value)
              .findFirst()
              .map(entry -> reception.only(KEY, entry.getKey()))
              .orElse(Map.of());
        });
  }

  public static KeyEncoder encoder() {
    return KeyEncoder.of(
        Set.of(KEY), PowerOnBehavior::set, request -> START_UP_ON_OFF.get(request.target()));
  }

  private static CompletionStage<SetResult> set(SetRequest request) {
    String text = request.value() instanceof String s ? s.toLowerCase(Locale.ROOT) : "";
    Integer value = VALUES.get(text);
    if (value == null) {
      throw new DeviceException(
          "Key '" + request.value() + "' not found in: [off, on, toggle, previous]");
    }
    return START_UP_ON_OFF
        .set(request.target(), value)
        .handle(
            (done, failure) -> {
              if (failure == null) {
                return SetResult.of(Map.of(KEY, text));
              }
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              if (cause instanceof DeviceException e
                  && e.status().filter(ZclStatus.UNSUPPORTED_ATTRIBUTE::equals).isPresent()) {
                throw new DeviceException(
                    "Got `UNSUPPORTED_ATTRIBUTE` error, device does not support power on behaviour");
              }
              throw new CompletionException(cause);
            });
  }
}
