package org.waggle.device.api.remote;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Reception;

/**
 * The option {@code simulated_brightness}: a remote pretends to have the brightness of what it
 * controls, and while a button is held, changes it at intervals.
 */
final class SimulatedBrightness {

  private static final String NAME = "simulated_brightness";
  private static final String LEVEL = NAME + " level";
  private static final String DELTA = NAME + " delta";
  private static final long MAXIMUM = 255;
  private static final long DEFAULT_DELTA = 20;
  private static final long DEFAULT_INTERVAL = 200;

  private final Reception reception;
  private final DeviceEndpoint endpoint;
  private final Object option;

  private SimulatedBrightness(Reception reception, DeviceEndpoint endpoint, Object option) {
    this.reception = reception;
    this.endpoint = endpoint;
    this.option = option;
  }

  static Expose option() {
    return Expose.composite(NAME, NAME, Access.SET)
        .withDescription(
            "Simulate a brightness value. If this device provides a brightness_move_up or"
                + " brightness_move_down action it is possible to specify the update interval and"
                + " delta. The action_brightness_delta indicates the delta for each interval.")
        .withFeature(
            Expose.numeric("delta", Access.SET)
                .with("value_min", 0)
                .withDescription("Delta per interval, 20 by default"))
        .withFeature(
            Expose.numeric("interval", Access.SET)
                .with("value_min", 0)
                .withUnit("ms")
                .withDescription("Interval duration"));
  }

  /** Present if the user wants it. */
  static Optional<SimulatedBrightness> of(Reception reception) {
    Object option = reception.options().get(NAME);
    if (option == null || Boolean.FALSE.equals(option)) {
      return Optional.empty();
    }
    return reception.endpoint().map(e -> new SimulatedBrightness(reception, e, option));
  }

  Map<String, @Nullable Object> moveTo(long level) {
    return become(level);
  }

  Map<String, @Nullable Object> step(long delta) {
    long before = level();
    long after = Math.min(MAXIMUM, Math.max(0, before + delta));
    endpoint.notes().put(LEVEL, after);
    return state(after, delta);
  }

  void move(boolean down) {
    long delta = setting("delta", DEFAULT_DELTA);
    boolean moving = endpoint.notes().put(DELTA, down ? -delta : delta) != null;
    if (!moving) {
      tick();
    }
  }

  void stop() {
    endpoint.notes().remove(DELTA);
    endpoint.device().cancel(key());
  }

  private void tick() {
    endpoint
        .device()
        .schedule(
            key(),
            Duration.ofMillis(setting("interval", DEFAULT_INTERVAL)),
            () -> {
              if (endpoint.notes().get(DELTA) instanceof Long delta) {
                endpoint.device().publish(step(delta));
                tick();
              }
            });
  }

  private Map<String, @Nullable Object> become(long level) {
    long before = level();
    endpoint.notes().put(LEVEL, level);
    return state(level, level - before);
  }

  private Map<String, @Nullable Object> state(long level, long delta) {
    return Map.of(
        reception.property("brightness"), Numbers.of(level),
        reception.property("action_brightness_delta"), Numbers.of(delta));
  }

  private long level() {
    return endpoint.notes().get(LEVEL) instanceof Long level ? level : MAXIMUM;
  }

  private long setting(String name, long otherwise) {
    Object value = option instanceof Map<?, ?> map ? map.get(name) : null;
    return value == null ? otherwise : Numbers.whole(Numbers.require(value, NAME));
  }

  private String key() {
    return NAME + " " + endpoint.id();
  }
}
