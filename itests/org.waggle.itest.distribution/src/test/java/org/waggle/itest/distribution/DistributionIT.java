package org.waggle.itest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.ChildProcess;
import org.waggle.itest.processes.Ports;

/** The distribution without a coordinator: configuration, hot deployment, ports, signals. */
class DistributionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SIGINT = 2;

  @TempDir private Path folder;
  private Path data;
  private int port;

  @BeforeEach
  void place() {
    data = folder.resolve("waggle-data");
    port = Ports.free();
  }

  /** Configuration that comes late would show as a broker on its default port. */
  @RepeatedTest(10)
  void configurationIsThereBeforeTheComponents() {
    try (ChildProcess waggle = run()) {
      String first =
          waggle.awaitLine(Pattern.compile("MQTT broker .* 127.0.0.1:(\\d+)"), PATIENCE).group(1);

      assertThat(first).isEqualTo(Integer.toString(port));
    }
  }

  @Test
  void readsAConfigurationFileAgainWhenItChanges() throws IOException {
    try (ChildProcess waggle = run()) {
      awaitListening(waggle, port);
      int other = Ports.free();

      Files.writeString(data.resolve("etc/org.waggle.mqtt.broker.cfg"), "port = " + other + "\n");

      awaitListening(waggle, other);
    }
  }

  @Test
  void runsABundleThatIsDroppedInUntilItLeaves() throws IOException {
    int control = Ports.free();
    Path bundles = Files.createDirectories(data.resolve("bundles"));
    try (ChildProcess waggle =
        run(
            "--config",
            "org.waggle.simulator~x:control_port=" + control,
            "--config",
            "org.waggle.simulator~x:port=0")) {
      awaitListening(waggle, port);

      Path dropped = Files.copy(simulator(), folder.resolve("simulator.jar"));
      Path bundle = bundles.resolve("simulator.jar");
      Files.move(dropped, bundle, StandardCopyOption.ATOMIC_MOVE);

      waggle.awaitLine(Pattern.compile("control port " + control), PATIENCE);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control)) {
        Files.delete(bundle);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void ctrlCEndsItWithinThreeSecondsWithoutAWordOfTrouble() {
    try (ChildProcess waggle = run()) {
      awaitListening(waggle, port);

      waggle.interrupt();

      assertThat(waggle.awaitEnd(Duration.ofSeconds(3))).isTrue();
      assertThat(waggle.exitCode()).isEqualTo(128 + SIGINT);
      assertThat(waggle.tail()).doesNotContain("ERROR", "Exception");
    }
  }

  @Test
  void startsAgainAfterKill() {
    try (ChildProcess waggle = run()) {
      awaitListening(waggle, port);

      waggle.kill();

      assertThat(waggle.awaitEnd(PATIENCE)).isTrue();
    }
    try (ChildProcess waggle = new Script(folder).start("run")) {
      awaitListening(waggle, port);
    }
  }

  @Test
  void saysInOneLineThatThePortIsTakenAndWaitsForIt() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.setReuseAddress(true);
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      try (ChildProcess waggle = run()) {
        waggle.awaitLine(Pattern.compile("cannot listen on 127.0.0.1:" + port), PATIENCE);
        assertThat(waggle.tail()).doesNotContain("\tat ");

        taken.close();

        awaitListening(waggle, port);
      }
    }
  }

  @Test
  void saysInOneLineThatThereIsNoStickAndGoesOn() {
    try (ChildProcess waggle = run("--config", "org.waggle.zigbee~default:port=/dev/ttyNone0")) {
      waggle.awaitLine(Pattern.compile("/dev/ttyNone0 is not there"), PATIENCE);
      awaitListening(waggle, port);

      assertThat(waggle.tail()).doesNotContain("\tat ");
    }
  }

  @Test
  void refusesADirectoryThatIsInUse() {
    try (ChildProcess waggle = run()) {
      awaitListening(waggle, port);
      try (ChildProcess second = new Script(folder).start("run")) {
        assertThat(second.awaitEnd(PATIENCE)).isTrue();

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.tail()).endsWith("is in use by process " + waggle.pid()).hasLineCount(1);
      }
    }
  }

  private ChildProcess run(String... more) {
    return new Script(folder)
        .start(
            Stream.concat(
                    Stream.of("run", "--config", "org.waggle.mqtt.broker:port=" + port),
                    Stream.of(more))
                .toList());
  }

  private static void awaitListening(ChildProcess waggle, int port) {
    waggle.awaitLine(Pattern.compile("MQTT broker listens on 127.0.0.1:" + port), PATIENCE);
  }

  private static Path simulator() throws IOException {
    try (Stream<Path> jars = Files.list(Script.FILE.resolveSibling("target/waggle/demo/2"))) {
      List<Path> found =
          jars.filter(jar -> jar.getFileName().toString().contains("simulator")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }
}
