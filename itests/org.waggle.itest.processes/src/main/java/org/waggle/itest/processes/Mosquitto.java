package org.waggle.itest.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Eclipse Mosquitto on a free port, anonymous, without persistence. */
public final class Mosquitto implements AutoCloseable {

  private final ChildProcess process;
  private final int port;

  private Mosquitto(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether it is installed on this machine. */
  public static boolean isInstalled() {
    return executable() != null;
  }

  private static @Nullable String executable() {
    return Stream.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse(null);
  }

  public static Mosquitto start(Path directory) {
    String executable = executable();
    if (executable == null) {
      throw new IllegalStateException("mosquitto is not installed: apt-get install mosquitto");
    }
    int port = Ports.free();
    try {
      Path configuration = Files.createDirectories(directory).resolve("mosquitto.conf");
      Files.writeString(
          configuration,
          """
          listener %d 127.0.0.1
          allow_anonymous true
          persistence false
          max_queued_messages 0
          set_tcp_nodelay true
          """
              .formatted(port));
      ChildProcess process =
          ChildProcess.start(
              "mosquitto",
              directory,
              Map.of(),
              List.of(executable, "-c", configuration.toString()));
      process.awaitLine(Pattern.compile("running"), Duration.ofSeconds(20));
      return new Mosquitto(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }
}
