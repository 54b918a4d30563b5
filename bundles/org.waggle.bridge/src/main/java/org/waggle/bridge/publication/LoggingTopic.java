package org.waggle.bridge.publication;

import java.util.Map;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.log.LogLevel;
import org.waggle.bridge.mqtt.Outbox;

/**
 * {@code bridge/logging}: the lines of the bridge's log but for those of level debug. Equal lines
 * in a row are told once.
 */
public final class LoggingTopic implements BridgeLog.Listener {

  private static final String TOPIC = "bridge/logging";

  private final Outbox outbox;
  private String last = "";

  public LoggingTopic(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public boolean hearsPublished() {
    if (outbox.hasAudience(TOPIC)) {
      return true;
    }
    last = ""; // whoever comes later has not seen it
    return false;
  }

  @Override
  public void logged(LogLevel level, String line) {
    if (level == LogLevel.DEBUG || !hearsPublished()) {
      return;
    }
    String payload = JsonText.sorted(Map.of("level", level.toString(), "message", line));
    if (!payload.equals(last)) {
      last = payload;
      outbox.publishQuietly(TOPIC, payload, PublishOptions.DEFAULT);
    }
  }
}
