package org.waggle.device.api.onoff;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.Decoder;
import org.waggle.device.api.trait.KeyEncoder;

/** How {@code state}, {@code on_time} and {@code off_wait_time} are set, got and decoded. */
public final class OnOffKeys {

  /** The On/Off cluster's OnOff attribute (ZCL 3.8.2.2.2). */
  public static final Attribute ON_OFF = Attribute.of("genOnOff", "onOff");

  private static final Cluster CLUSTER = Cluster.of("genOnOff");
  private static final RequestOptions HELD = RequestOptions.DEFAULT.withHoldKey("state");

  private OnOffKeys() {}

  static KeyEncoder encoder() {
    return KeyEncoder.of(
        Set.of("state", "on_time", "off_wait_time"),
        request -> set(request, request.message().get("state")),
        request -> ON_OFF.get(request.target()));
  }

  /**
   * Switches.
   *
   * @param state {@code on}, {@code off} or {@code toggle}, in any case
   */
  public static CompletionStage<SetResult> set(SetRequest request, @Nullable Object state) {
    String command = state instanceof String text ? text.toLowerCase(Locale.ROOT) : "null";
    if (!Set.of("on", "off", "toggle").contains(command)) {
      throw new DeviceException("'" + command + "' not allowed, choose between: toggle,off,on");
    }
    Object onTime = request.message().get("on_time");
    Object offWaitTime = request.message().get("off_wait_time");
    if (command.equals("on") && (onTime != null || offWaitTime != null)) {
      return onWithTimedOff(request.target(), onTime, offWaitTime);
    }
    return CLUSTER
        .command(request.target(), command, Map.of(), HELD)
        .thenApply(answer -> result(command, request.state().get("state")));
  }

  private static CompletionStage<SetResult> onWithTimedOff(
      Target target, @Nullable Object onTime, @Nullable Object offWaitTime) {
    Map<String, Object> values =
        Map.of(
            "ctrlbits", 0,
            "ontime", tenths(onTime, "on_time"),
            "offwaittime", tenths(offWaitTime, "off_wait_time"));
    return CLUSTER
        .command(target, "onWithTimedOff", values, HELD)
        .thenApply(answer -> SetResult.NONE);
  }

  private static long tenths(@Nullable Object seconds, String key) {
    if (seconds == null) {
      return 0;
    }
    BigDecimal number =
        Numbers.exact(seconds)
            .orElseThrow(() -> new DeviceException("The " + key + " value must be a number!"));
    return Math.round(number.doubleValue() * 10);
  }

  private static SetResult result(String command, @Nullable Object before) {
    if (!command.equals("toggle")) {
      return SetResult.of(Map.of("state", command.toUpperCase(Locale.ROOT)));
    }
    return before == null
        ? SetResult.NONE
        : SetResult.of(Map.of("state", before.equals("OFF") ? "ON" : "OFF"));
  }

  /** Publishes {@code state}, and, where the user wants that, an {@code action}. */
  public static Decoder decoder() {
    return Decoder.ofAttributes(
        "genOnOff",
        (reception, attributes) -> {
          Optional<String> state =
              attributes.integer(ON_OFF).stream().mapToObj(v -> v == 1 ? "ON" : "OFF").findFirst();
          if (state.isEmpty()) {
            return Map.of();
          }
          return reception.isOn("state_action")
              ? Map.of(
                  reception.property("state"),
                  state.get(),
                  "action",
                  reception.property(state.get().toLowerCase(Locale.ROOT)))
              : reception.only("state", state.get());
        },
        Expose.binary("state_action", Access.SET, true, false)
            .withDescription(
                "State actions will also be published as 'action' when true (default false)."));
  }
}
