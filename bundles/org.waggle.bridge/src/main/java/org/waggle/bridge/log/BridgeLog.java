package org.waggle.bridge.log;

import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines that users of the bridge read, in the log of the process and on {@code bridge/logging}.
 * A line begins with what it is about ({@code z2m}, {@code z2m:mqtt}), as clients expect.
 */
public final class BridgeLog {

  /** Hears lines. */
  @FunctionalInterface
  public interface Listener {

    /**
     * @param line prefix included
     */
    void logged(LogLevel level, String line);

    /** Whether it hears a line of a message that went out, which is not made for nobody. */
    default boolean hearsPublished() {
      return true;
    }
  }

  private static final String LINE = "network {}: {}";
  private static final String PREFIX = "z2m: ";
  private static final String MQTT_PREFIX = "z2m:mqtt: ";

  private final Logger logger = LoggerFactory.getLogger("org.waggle.bridge");
  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
  private final String network;
  private final LogLevel level;

  /**
   * @param network whose bridge it is, for those who read the lines of several
   * @param level of the lines that listeners hear
   */
  public BridgeLog(String network, LogLevel level) {
    this.network = network;
    this.level = level;
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public LogLevel level() {
    return level;
  }

  public void error(String message) {
    logger.error(LINE, network, message);
    tell(LogLevel.ERROR, PREFIX, message);
  }

  public void warning(String message) {
    logger.warn(LINE, network, message);
    tell(LogLevel.WARNING, PREFIX, message);
  }

  public void info(String message) {
    logger.info(LINE, network, message);
    tell(LogLevel.INFO, PREFIX, message);
  }

  public void debug(String message) {
    logger.debug(LINE, network, message);
    tell(LogLevel.DEBUG, PREFIX, message);
  }

  /** A message went out: of interest to clients, but a frame among many in the log. */
  public void published(String topic, String payload) {
    if (logger.isDebugEnabled()) {
      logger.debug("network {}: {} {}", network, topic, payload);
    }
    if (level.includes(LogLevel.INFO) && isPublishedHeard()) {
      tell(
          LogLevel.INFO,
          MQTT_PREFIX,
          "MQTT publish: topic '" + topic + "', payload '" + payload + "'");
    }
  }

  private boolean isPublishedHeard() {
    boolean heard = false;
    for (Listener listener : listeners) {
      heard |= listener.hearsPublished();
    }
    return heard;
  }

  /** A definition or an extension failed; where, for those who mend it. */
  public void fault(String message, Throwable cause) {
    logger.error(LINE, network, message, cause);
    tell(LogLevel.ERROR, PREFIX, message + ": " + cause);
  }

  private void tell(LogLevel lineLevel, String prefix, String message) {
    if (level.includes(lineLevel)) {
      for (Listener listener : listeners) {
        listener.logged(lineLevel, prefix + message);
      }
    }
  }
}
