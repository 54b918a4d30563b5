package org.waggle.itest.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Real Zigbee2MQTT, installed by npm, on a simulated radio. */
public final class Zigbee2Mqtt implements AutoCloseable {

  private static final Pattern STARTED = Pattern.compile("Zigbee2MQTT started!");

  private final ChildProcess process;

  private Zigbee2Mqtt(ChildProcess process) {
    this.process = process;
  }

  /**
   * Starts it without waiting.
   *
   * @param installation the folder that holds {@code node_modules}
   * @param data its data folder; the configuration is written there unless it has one, and the
   *     ports are always those given here
   * @param extra more lines of configuration.yaml
   */
  public static Zigbee2Mqtt launch(
      Path installation, Path data, int radioPort, int brokerPort, String extra) {
    try {
      Path configuration = Files.createDirectories(data).resolve("configuration.yaml");
      if (Files.notExists(configuration)) {
        Files.writeString(
            configuration,
            """
            version: 5
            mqtt:
              base_topic: zigbee2mqtt
            serial:
              adapter: ember
            frontend:
              enabled: false
            %s
            """
                .formatted(extra));
      }
      return new Zigbee2Mqtt(
          ChildProcess.start(
              "zigbee2mqtt",
              data,
              Map.of(
                  "ZIGBEE2MQTT_DATA",
                  data.toString(),
                  "Z2M_ONBOARD_NO_SERVER",
                  "1",
                  "ZIGBEE2MQTT_CONFIG_MQTT_SERVER",
                  "mqtt://127.0.0.1:" + brokerPort,
                  "ZIGBEE2MQTT_CONFIG_SERIAL_PORT",
                  "tcp://127.0.0.1:" + radioPort,
                  "TZ",
                  "UTC",
                  // Inside of another project's checkout it takes itself for changed, and builds.
                  "GIT_CEILING_DIRECTORIES",
                  data.resolve("..").normalize().toString()),
              List.of(
                  "node", installation.resolve("node_modules/zigbee2mqtt/index.js").toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits until it says so. */
  public static Zigbee2Mqtt start(
      Path installation, Path data, int radioPort, int brokerPort, String extra) {
    Zigbee2Mqtt zigbee2Mqtt = launch(installation, data, radioPort, brokerPort, extra);
    try {
      zigbee2Mqtt.awaitStarted();
      return zigbee2Mqtt;
    } catch (AssertionError e) {
      zigbee2Mqtt.close();
      throw e;
    }
  }

  public void awaitStarted() {
    process.awaitLine(STARTED, Duration.ofSeconds(60));
  }

  /** Waits for a line of its log. */
  public void awaitLine(String regex, Duration timeout) {
    process.awaitLine(Pattern.compile(regex), timeout);
  }

  public String tail() {
    return process.tail();
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }
}
