package org.waggle.simulator.ash;

import java.time.Duration;

/** How long a frame may remain unacknowledged: as long as the host usually takes (UG101, 5.6). */
final class AcknowledgeTimeout {

  private final long initial;
  private final long least;
  private final long most;
  private long nanos;

  AcknowledgeTimeout(Duration initial) {
    this.initial = initial.toNanos();
    this.least = this.initial / 4;
    this.most = this.initial * 2;
    this.nanos = this.initial;
  }

  long nanos() {
    return nanos;
  }

  void reset() {
    nanos = initial;
  }

  /** A frame was acknowledged after {@code elapsed}. */
  void acknowledged(long elapsed) {
    nanos = Math.max(least, Math.min(most, nanos / 8 * 7 + elapsed / 2));
  }

  void expired() {
    nanos = Math.min(most, nanos * 2);
  }
}
