package org.waggle.itest.distribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waggle.itest.processes.ChildProcess;

/** The start script, called in a folder of the test. */
record Script(Path folder, Path javaHome) {

  static final Path FILE =
      Path.of("..", "..", "bnd-workspace", "waggle").toAbsolutePath().normalize();

  /** With the JDK that the tests are told to try. */
  Script(Path folder) {
    this(folder, Path.of(System.getProperty("jdk")));
  }

  ChildProcess start(List<String> arguments) {
    return start(FILE, "", arguments);
  }

  /**
   * Starts another copy of it.
   *
   * @param javaOptions for the JVM
   */
  ChildProcess start(Path file, String javaOptions, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("sh", file.toString()));
    command.addAll(arguments);
    return ChildProcess.start(
        "waggle",
        folder,
        Map.of("JAVA_HOME", javaHome.toString(), "JAVA_OPTS", javaOptions),
        command);
  }

  ChildProcess start(String... arguments) {
    return start(List.of(arguments));
  }
}
