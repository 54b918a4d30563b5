package org.waggle.simulator.device;

import java.time.Duration;

/**
 * When a device that does not listen always asks its parent for messages.
 *
 * @param afterJoining how long it polls fast after it joined
 * @param afterSending how long it polls fast after each frame it sends
 * @param pollInterval how often it polls otherwise; zero: never
 */
public record SleepPattern(Duration afterJoining, Duration afterSending, Duration pollInterval) {

  public static final SleepPattern USUAL =
      new SleepPattern(Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ZERO);
}
