package org.waggle.bridge.log;

import java.util.Locale;

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

  /** The level with a name of any case; {@code INFO} for others. */
  public static LogLevel named(String name) {
    for (LogLevel level : values()) {
      if (level.toString().equalsIgnoreCase(name)) {
        return level;
      }
    }
    return INFO;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
