package org.waggle.itest.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Waggle distribution as a process, started by its own script. */
public final class Waggle implements AutoCloseable {

  private final ChildProcess process;
  private final int brokerPort;

  private Waggle(ChildProcess process, int brokerPort) {
    this.process = process;
    this.brokerPort = brokerPort;
  }

  /**
   * Starts {@code waggle run}.
   *
   * @param script the start script
   * @param radioPort where a coordinator listens, on this machine
   * @param settings more configuration, {@code PID:key=value} each
   */
  public static Waggle run(Path script, Path data, int radioPort, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run", "--config", "org.waggle.zigbee~default:port=tcp://127.0.0.1:" + radioPort));
    for (String setting : settings) {
      arguments.add("--config");
      arguments.add(setting);
    }
    return start(script, data, arguments);
  }

  /** Starts {@code waggle demo}. */
  public static Waggle demo(Path script, Path data) {
    return start(script, data, List.of("demo"));
  }

  private static Waggle start(Path script, Path data, List<String> arguments) {
    int brokerPort = Ports.free();
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    command.addAll(
        List.of(
            "--data", data.toString(), "--config", "org.waggle.mqtt.broker:port=" + brokerPort));
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    return new Waggle(ChildProcess.start("waggle", data, environment, command), brokerPort);
  }

  public int brokerPort() {
    return brokerPort;
  }

  public long pid() {
    return process.pid();
  }

  /** Waits for a line of its output. */
  public Matcher awaitLine(String regex, Duration timeout) {
    return process.awaitLine(Pattern.compile(regex), timeout);
  }

  public String tail() {
    return process.tail();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.kill();
    process.awaitEnd(Duration.ofSeconds(10));
  }

  /** Ends it as Ctrl-C does; false if it is still there after {@code timeout}. */
  public boolean interrupt(Duration timeout) {
    process.interrupt();
    return process.awaitEnd(timeout);
  }

  @Override
  public void close() {
    process.close();
  }
}
