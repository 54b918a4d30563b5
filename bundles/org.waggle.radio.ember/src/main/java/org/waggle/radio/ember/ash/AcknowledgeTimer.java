package org.waggle.radio.ember.ash;

/**
 * How long to wait for an acknowledgement (UG101, 5.6): longer after each time that none came, less
 * long where they come fast. Times are nanoseconds of any clock.
 */
final class AcknowledgeTimer {

  static final long NEVER = Long.MAX_VALUE;

  private final long shortest;
  private final long longest;
  private final long first;
  private long wait;
  private long deadline = NEVER;

  AcknowledgeTimer(AshSettings settings) {
    shortest = settings.shortestWait().toNanos();
    longest = settings.longestWait().toNanos();
    first = settings.firstWait().toNanos();
    wait = first;
  }

  void reset() {
    wait = first;
    deadline = NEVER;
  }

  long deadline() {
    return deadline;
  }

  boolean runs() {
    return deadline != NEVER;
  }

  void start(long now) {
    deadline = now + wait;
  }

  void stop() {
    deadline = NEVER;
  }

  void expired() {
    wait = Math.min(longest, 2 * wait);
  }

  /** An acknowledgement came after {@code elapsed}. */
  void measured(long elapsed) {
    wait = Math.max(shortest, Math.min(longest, wait * 7 / 8 + elapsed / 2));
  }
}
