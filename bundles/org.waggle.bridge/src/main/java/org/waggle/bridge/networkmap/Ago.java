package org.waggle.bridge.networkmap;

import java.time.Duration;

/** How long ago something was, in English, by its two largest units. */
final class Ago {

  private static final String[] NAMES = {
    "year", "month", "week", "day", "hour", "minute", "second"
  };

  /** Milliseconds; a year has 365.25 days, a month a twelfth of them. */
  private static final long[] UNITS = {
    31_557_600_000L, 2_629_800_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1000L
  };

  private static final int SECONDS = UNITS.length - 1;

  private Ago() {}

  static String text(Duration time) {
    return text(counts(time.abs().toMillis())) + " ago";
  }

  /** So many of each unit; of the third largest and those below, none. */
  private static long[] counts(long millis) {
    long[] counts = new long[UNITS.length];
    long rest = millis;
    int unit = 0;
    int largest = -1;
    for (; unit < SECONDS; unit++) {
      if (rest >= UNITS[unit]) {
        if (largest >= 0) {
          break;
        }
        largest = unit;
        counts[unit] = rest / UNITS[unit];
        rest %= UNITS[unit];
      }
    }
    counts[unit] = Math.round((double) rest / UNITS[unit]);
    carry(counts, unit);
    return counts;
  }

  /** 60 minutes are an hour, which may make a day. */
  private static void carry(long[] counts, int from) {
    for (int unit = from; unit > 0; unit--) {
      long larger = counts[unit] * UNITS[unit] / UNITS[unit - 1];
      if (larger == 0) {
        return;
      }
      counts[unit - 1] += larger;
      counts[unit] = 0;
    }
  }

  private static String text(long[] counts) {
    StringBuilder text = new StringBuilder();
    for (int unit = 0; unit <= SECONDS; unit++) {
      if (counts[unit] > 0) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(counts[unit])
            .append(' ')
            .append(NAMES[unit])
            .append(counts[unit] == 1 ? "" : "s");
      }
    }
    return text.isEmpty() ? "0 seconds" : text.toString();
  }
}
