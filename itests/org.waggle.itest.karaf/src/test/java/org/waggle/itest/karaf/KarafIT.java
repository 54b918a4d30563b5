package org.waggle.itest.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.MqttProbe;
import org.waggle.itest.processes.Ports;

/** Waggle dropped into a Karaf as one KAR, on a simulated house, and driven over ssh. */
class KarafIT {

  private static final Path KAR = Path.of("target", "waggle.kar").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BROKER = Ports.free();
  private static final int COORDINATOR = Ports.free();
  private static final String BULB = "0x847127fffe000001";

  @TempDir private static Path folder;
  private static Karaf karaf;

  @BeforeAll
  static void installTheKar() throws IOException {
    karaf =
        Karaf.start(
            folder,
            Map.of(
                "org.waggle.mqtt.broker.cfg", "port = " + BROKER,
                "org.waggle.simulator-house.cfg", "port = " + COORDINATOR));
    karaf.run("kar:install " + KAR.toUri());
    karaf.run(
        "config:property-set -p org.waggle.zigbee~default port tcp://127.0.0.1:" + COORDINATOR);
  }

  @AfterAll
  static void stop() {
    if (karaf != null) {
      karaf.close();
    }
  }

  @Test
  void everyBundleOfWaggleIsActive() throws IOException {
    assertThat(bundles("org.waggle."))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(line).contains("Active"));
  }

  @Test
  void nettyIsInstalledOnce() throws IOException {
    assertThat(bundles("io.netty.common")).hasSize(1);
  }

  @Test
  void devicesJoinAndAreListedInTheShell() throws IOException {
    try (MqttProbe mqtt = MqttProbe.connect(BROKER, PATIENCE, "zigbee2mqtt/bridge/#")) {
      mqtt.awaitLatest(
          "zigbee2mqtt/bridge/state", state -> state.payload().contains("online"), PATIENCE);

      String answer = karaf.run("waggle:permit 60");
      mqtt.awaitMessage(
          0,
          message -> message.payload().contains("successful") && message.payload().contains(BULB),
          PATIENCE);

      assertThat(answer).contains("60 s");
      assertThat(karaf.run("waggle:networks")).contains("default");
      assertThat(karaf.run("waggle:devices")).contains(BULB, "ZB_A60_RGBCW");
    }
  }

  private static List<String> bundles(String symbolicName) throws IOException {
    return karaf
        .run("bundle:list -t 0 -s --no-format")
        .lines()
        .filter(line -> line.contains(symbolicName))
        .toList();
  }
}
