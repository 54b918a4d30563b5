package org.waggle.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @Test
  void takesAllOptions(@TempDir Path directory) throws Exception {
    Simulator.Builder builder =
        Main.options(
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--control",
            "0",
            "--house",
            "demo",
            "--devices",
            "3",
            "--directory",
            directory.toString(),
            "--latency",
            "0",
            "--join-when-open",
            "--join-interval",
            "50",
            "--network",
            "20,0x1a62,dddddddddddddddd,000102030405060708090a0b0c0d0e0f",
            "--joined",
            "--ezsp",
            "14",
            "--seed",
            "5",
            "--faults",
            "{\"busy\":0.5}");

    assertThat(builder.ezspVersion().number()).isEqualTo(14);
    assertThat(builder.seed()).isEqualTo(5);
    assertThat(builder.devices()).hasSize(7);
    assertThat(builder.latency()).isEqualTo(Duration.ZERO);
    assertThat(builder.joinWhenOpen()).isTrue();
    assertThat(builder.joinInterval()).isEqualTo(Duration.ofMillis(50));
    assertThat(builder.joined()).isTrue();
    assertThat(builder.formed().orElseThrow().channel()).isEqualTo(20);
    try (Simulator simulator = builder.start()) {
      assertThat(simulator.ezspPort()).isPositive();
      assertThat(directory.resolve("network.json")).exists();
    }
  }

  @Test
  void endsWithTheProcessThatStartedItIfToldTo() throws Exception {
    String java =
        Path.of(System.getProperty("java.home"), "bin", "java")
            + " -cp "
            + System.getProperty("java.class.path")
            + " org.waggle.simulator.Main --with-parent";
    Process parent = new ProcessBuilder("sh", "-c", java + " & read line").start();
    BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8));
    assertThat(out.readLine()).matches("ready ezsp=\\d+ control=\\d+");
    ProcessHandle simulator = parent.descendants().findFirst().orElseThrow();

    parent.getOutputStream().close();

    assertThat(simulator.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Main.options("--fly")).hasMessage("unknown option --fly");
    assertThatThrownBy(() -> Main.options("--port")).hasMessage("--port needs a value");
    assertThatThrownBy(() -> Main.options("--port", "x"))
        .hasMessage("--port needs a number, not x");
    assertThatThrownBy(() -> Main.options("--faults", "x")).hasMessage("not a JSON object: x");
    assertThatThrownBy(() -> Main.options("--ezsp", "0")).hasMessage("EZSP version is 1..255");
    assertThatThrownBy(() -> Main.options("--network", "1")).hasMessageStartingWith("--network");
    assertThatThrownBy(() -> Main.options("--network", "9,1,dddddddddddddddd," + "00".repeat(16)))
        .hasMessageContaining("channel is 11..26");
  }
}
