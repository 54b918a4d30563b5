package org.waggle.bridge.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much is told, least first; names as clients know them, in lower case. */
public enum LogLevel {
  ERROR,
  WARNING,
  INFO,
  DEBUG;

  /** Whether lines of another level are told at this one. */
  public boolean includes(LogLevel other) {
    return other.compareTo(this) <= 0;
  }

  /** The level with a name of any case. */
  public static Optional<LogLevel> named(String name) {
    return Arrays.stream(values())
        .filter(level -> level.toString().equalsIgnoreCase(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
