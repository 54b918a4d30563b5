package org.waggle.itest.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the benchmark is told.
 *
 * @param peers the folder that npm installed Zigbee2MQTT into
 * @param waggle Waggle's start script
 * @param directory for what the programs know of their networks; kept for the next time
 * @param table the file to write
 * @param runs how often each program is started and measured
 */
record Options(Path peers, Path waggle, Path directory, Path table, int runs) {

  /** Reads {@code --name=value} for each component. */
  static Options parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("not --name=value: " + argument);
      }
      values.put(parts[0], parts[1]);
    }
    return new Options(
        path(values, "--peers"),
        path(values, "--waggle"),
        path(values, "--directory"),
        path(values, "--table"),
        Integer.parseInt(value(values, "--runs")));
  }

  private static Path path(Map<String, String> values, String name) {
    return Path.of(value(values, name)).toAbsolutePath();
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + "=... is missing");
    }
    return value;
  }
}
