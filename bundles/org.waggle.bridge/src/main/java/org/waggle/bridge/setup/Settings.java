package org.waggle.bridge.setup;

import java.util.Optional;
import org.waggle.bridge.log.LogLevel;

/**
 * How a bridge is set up.
 *
 * @param network the network's name
 * @param baseTopic what all topics begin with
 * @param logLevel of the lines on {@code bridge/logging}
 * @param cacheState whether a state message has all that is known, or only what is new
 * @param cacheStatePersistent whether states survive a restart
 * @param cacheStateSendOnStartup whether cached states are published at the start
 */
public record Settings(
    String network,
    String baseTopic,
    LogLevel logLevel,
    boolean cacheState,
    boolean cacheStatePersistent,
    boolean cacheStateSendOnStartup) {

  /** Why the base topic cannot begin topics, for users to read; empty if it can. */
  public Optional<String> fault() {
    if (baseTopic.isBlank()) {
      return Optional.of("base_topic is empty");
    }
    if (baseTopic.matches("(?s).*[+#\\x00].*")) {
      return Optional.of("base_topic '" + baseTopic + "' has a wildcard");
    }
    if (baseTopic.startsWith("/") || baseTopic.endsWith("/")) {
      return Optional.of("base_topic '" + baseTopic + "' begins or ends with a slash");
    }
    return Optional.empty();
  }

  /** The defaults for a network. */
  public static Settings of(String network) {
    return new Settings(network, "zigbee2mqtt", LogLevel.INFO, true, true, true);
  }
}
