package org.waggle.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Times as people tell them: how long ago, how long still. */
final class RelativeTime {

  private final InstantSource clock;

  RelativeTime(InstantSource clock) {
    this.clock = clock;
  }

  /** Such as {@code 3 min ago}. */
  String ago(Optional<Instant> time) {
    return time.map(then -> ago(Duration.between(then, clock.instant()))).orElse("never");
  }

  /** Such as {@code 42 s}; zero for what is over. */
  String until(Instant time) {
    Duration left = Duration.between(clock.instant(), time);
    return left.isNegative() ? "0 s" : inOneUnit(left);
  }

  private static String ago(Duration age) {
    // The clocks of radio and shell are the same, but a frame may arrive while the table is made.
    return age.toSeconds() < 1 ? "just now" : inOneUnit(age) + " ago";
  }

  private static String inOneUnit(Duration duration) {
    if (duration.toDays() >= 2) {
      return duration.toDays() + " d";
    }
    if (duration.toHours() >= 2) {
      return duration.toHours() + " h";
    }
    if (duration.toMinutes() >= 2) {
      return duration.toMinutes() + " min";
    }
    return duration.toSeconds() + " s";
  }
}
