package org.waggle.mqtt.broker;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What a broker is started with.
 *
 * @param port 0 for any free one
 * @param maxPacketSize in bytes
 */
record Settings(String host, int port, Path directory, boolean persistent, int maxPacketSize) {

  private static final int MIN_PACKET_SIZE = 1 << 20;

  @ObjectClassDefinition(name = "Waggle MQTT broker", description = "The embedded MQTT broker")
  @interface Config {

    @AttributeDefinition(
        description = "Address to listen on; 0.0.0.0 for all networks this machine is part of")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "TCP port to listen on", min = "0", max = "65535")
    int port() default 1883;

    @AttributeDefinition(
        required = false,
        description = "Where retained messages and sessions are stored; 'broker' in Waggle's data")
    String directory() default "";

    @AttributeDefinition(
        description = "Whether retained messages and sessions are stored beyond a restart")
    boolean persistent() default true;

    // 16 MiB: a backup or bridge/devices of some hundred devices is a few MiB, and a client that
    // nobody knows yet must not be able to fill the memory of a small machine.
    @AttributeDefinition(
        description =
            "Largest MQTT packet in bytes, 1 MiB or more; a client that sends a larger one is cut off",
        min = "1048576")
    int max__packet__size() default 16 * 1024 * 1024;
  }

  static Settings of(Config config, BundleContext context) {
    return new Settings(
        config.host(),
        config.port(),
        directory(config.directory(), context),
        config.persistent(),
        Math.max(config.max__packet__size(), MIN_PACKET_SIZE));
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
