package org.waggle.itest.processes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock that the simulator tells times by; the same one in all processes of this machine. */
public final class SimulatorClock {

  private SimulatorClock() {}

  /** Microseconds since 1970. */
  public static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
