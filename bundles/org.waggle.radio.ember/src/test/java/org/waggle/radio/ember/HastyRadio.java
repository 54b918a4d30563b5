package org.waggle.radio.ember;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.ember.ash.AshSettings;
import org.waggle.radio.ember.link.LinkSettings;

/** Radios that lose patience soon. */
final class HastyRadio {

  /** As usual, but soon. */
  private static final LinkSettings HASTY =
      new LinkSettings(
          new AshSettings(
              5,
              Duration.ofMillis(20),
              Duration.ofMillis(20),
              Duration.ofMillis(40),
              3,
              20,
              List.of(Duration.ofMillis(50), Duration.ofMillis(50))),
          4,
          Duration.ofMillis(300),
          Duration.ofMillis(100));

  private HastyRadio() {}

  static ZigbeeRadio on(String name, RadioListener listener, RadioPort port) {
    return on(name, listener, () -> port);
  }

  static ZigbeeRadio on(String name, RadioListener listener, Supplier<RadioPort> opener) {
    return new EmberRadio(RadioSettings.on(name), listener, HASTY, opener);
  }
}
