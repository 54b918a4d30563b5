package org.waggle.simulator;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.ezsp.EzspVersion;

/** A simulator for each configuration {@code org.waggle.simulator~NAME}. */
@Component(
    service = {},
    configurationPid = "org.waggle.simulator",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
@Designate(ocd = SimulatorComponent.Config.class, factory = true)
public final class SimulatorComponent {

  /** How a simulator is configured. */
  @ObjectClassDefinition(
      name = "Waggle simulator",
      description = "A virtual Zigbee coordinator with virtual devices")
  public @interface Config {

    @AttributeDefinition(description = "The address to listen on")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "The TCP port of the coordinator; 0 is any free one")
    int port() default 6638;

    @AttributeDefinition(
        description = "The TCP port that tests control the house with; 0 is any free one")
    int control__port() default 0;

    @AttributeDefinition(
        description =
            "The devices: demo for the built-in house, a JSON file, or a directory of them")
    String house() default "demo";

    @AttributeDefinition(
        required = false,
        description =
            "Where coordinator and devices keep their memory; without one it is gone at the end")
    String directory() default "";

    @AttributeDefinition(
        description = "Whether the devices join one after another once joining is open")
    boolean join__when__open() default true;

    @AttributeDefinition(description = "Milliseconds between two devices that join")
    int join__interval() default 1000;

    @AttributeDefinition(
        description = "Milliseconds from a frame on the air to its acknowledgement")
    int latency() default 10;

    @AttributeDefinition(
        description = "The version of EZSP that the coordinator speaks; hosts know 8 to 19")
    int ezsp__version() default EzspVersion.DEFAULT;

    @AttributeDefinition(
        required = false,
        description = "What goes wrong, as JSON: what the operation faults takes; empty = nothing")
    String faults() default "";

    @AttributeDefinition(description = "Where the random numbers of the faults begin")
    long seed() default 1;
  }

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorComponent.class);
  private static final int RETRY_SECONDS = 1;

  private final String host;
  private final Simulator.Builder builder;
  private @Nullable Simulator simulator; // guarded by this
  private @Nullable ScheduledExecutorService retries; // guarded by this

  /**
   * Reads what is configured.
   *
   * @throws IOException if the house cannot be read, or the directory not be made
   */
  @Activate
  public SimulatorComponent(Config config) throws IOException {
    host = config.host();
    builder =
        Simulator.builder()
            .host(host)
            .port(config.port())
            .controlPort(config.control__port())
            .house(config.house())
            .joinWhenOpen(config.join__when__open())
            .joinInterval(Duration.ofMillis(config.join__interval()))
            .latency(Duration.ofMillis(config.latency()))
            .ezspVersion(config.ezsp__version())
            .seed(config.seed());
    if (!config.faults().isEmpty()) {
      builder.faults(JsonParser.parseString(config.faults()).getAsJsonObject());
    }
    if (!config.directory().isEmpty()) {
      builder.directory(Path.of(config.directory()));
    }
  }

  /** Opens the ports; if another program has one, as soon as it is free. */
  @Activate
  synchronized void start() {
    try {
      open();
    } catch (IOException e) {
      String fault = e.getMessage();
      LOG.error(
          "Simulator: {}. Stop the program that uses this port, or set other ports in"
              + " org.waggle.simulator. Trying again until it is free",
          fault);
      ScheduledExecutorService waiting =
          Executors.newSingleThreadScheduledExecutor(
              task -> new Thread(task, "simulator-waits-for-port"));
      waiting.scheduleWithFixedDelay(
          this::tryAgain, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
      retries = waiting;
    }
  }

  @Deactivate
  synchronized void stop() {
    endRetries();
    if (simulator != null) {
      simulator.close();
    }
  }

  private void open() throws IOException {
    Simulator started = builder.start();
    simulator = started;
    LOG.info(
        "Coordinator on tcp://{}:{}, control port {}",
        host,
        started.ezspPort(),
        started.controlPort());
  }

  private synchronized void tryAgain() {
    if (retries == null) {
      return; // stopped while this waited for its turn
    }
    try {
      open();
      endRetries();
    } catch (IOException e) {
      LOG.debug("Still no port", e);
    }
  }

  private void endRetries() {
    if (retries != null) {
      retries.shutdownNow();
      retries = null;
    }
  }
}
