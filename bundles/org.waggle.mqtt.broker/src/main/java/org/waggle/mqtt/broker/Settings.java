package org.waggle.mqtt.broker;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a broker is started with.
 *
 * @param port 0 for any free one, {@link #NO_PORT} if clients from outside cannot be served
 * @param maxPacketSize in bytes
 */
record Settings(String host, int port, Path directory, boolean persistent, int maxPacketSize) {

  static final int NO_PORT = -1;

  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  private static final int MAX_PORT = 65_535;
  private static final int MIN_PACKET_SIZE = 1 << 20;
  // A backup or bridge/devices of some hundred devices is a few MiB, and a client that nobody knows
  // yet must not be able to fill the memory of a small machine.
  private static final int PACKET_SIZE = 16 << 20;

  // Numbers are texts here: what is no number must not keep the broker from serving this process.
  @ObjectClassDefinition(name = "Waggle MQTT broker", description = "The embedded MQTT broker")
  @interface Config {

    @AttributeDefinition(
        description = "Address to listen on; 0.0.0.0 for all networks this machine is part of")
    String host() default "127.0.0.1";

    @AttributeDefinition(
        description = "TCP port to listen on",
        type = AttributeType.INTEGER,
        min = "0",
        max = "65535")
    String port() default "1883";

    @AttributeDefinition(
        required = false,
        description = "Where retained messages and sessions are stored; 'broker' in Waggle's data")
    String directory() default "";

    @AttributeDefinition(
        description = "Whether retained messages and sessions are stored beyond a restart")
    boolean persistent() default true;

    @AttributeDefinition(
        description =
            "Largest MQTT packet in bytes, 1 MiB or more; a client that sends a larger one is cut off",
        type = AttributeType.INTEGER,
        min = "1048576")
    String max__packet__size() default "" + PACKET_SIZE;
  }

  static Settings of(Config config, BundleContext context) {
    return new Settings(
        config.host(),
        port(config.port().trim()),
        directory(config.directory(), context),
        config.persistent(),
        maxPacketSize(config.max__packet__size().trim()));
  }

  private static int port(String configured) {
    try {
      int port = Integer.parseInt(configured);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      LOG.debug("no number", e);
    }
    LOG.error(
        "MQTT broker cannot listen: 'port' in org.waggle.mqtt.broker is {}, not 0 to {}",
        configured,
        MAX_PORT);
    return NO_PORT;
  }

  private static int maxPacketSize(String configured) {
    try {
      return Math.max(Integer.parseInt(configured), MIN_PACKET_SIZE);
    } catch (NumberFormatException e) {
      LOG.error(
          "'max_packet_size' in org.waggle.mqtt.broker is {}, not a number of bytes; it is taken"
              + " for {}",
          configured,
          PACKET_SIZE);
      return PACKET_SIZE;
    }
  }

  private static Path directory(String configured, BundleContext context) {
    if (!configured.isBlank()) {
      return Path.of(configured);
    }
    String waggleData = context.getProperty("waggle.data");
    if (waggleData != null) {
      return Path.of(waggleData, "broker");
    }
    String karafData = context.getProperty("karaf.data");
    if (karafData != null) {
      return Path.of(karafData, "waggle", "broker");
    }
    return context.getDataFile("broker").toPath();
  }
}
