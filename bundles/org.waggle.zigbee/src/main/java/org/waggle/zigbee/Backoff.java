package org.waggle.zigbee;

import java.time.Duration;

/** How long to wait before the next attempt: 1, 2, 4, 8, 16, then 30 seconds for ever. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LAST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  Duration next() {
    Duration now = next;
    Duration twice = now.multipliedBy(2);
    next = twice.compareTo(LAST) < 0 ? twice : LAST;
    return now;
  }

  void reset() {
    next = FIRST;
  }
}
