package org.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
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
            "--joined");

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
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Main.options("--fly")).hasMessage("unknown option --fly");
    assertThatThrownBy(() -> Main.options("--port")).hasMessage("--port needs a value");
    assertThatThrownBy(() -> Main.options("--port", "x"))
        .hasMessage("--port needs a number, not x");
    assertThatThrownBy(() -> Main.options("--network", "1")).hasMessageStartingWith("--network");
    assertThatThrownBy(() -> Main.options("--network", "9,1,dddddddddddddddd," + "00".repeat(16)))
        .hasMessageContaining("channel is 11..26");
  }
}
