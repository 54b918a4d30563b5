package org.waggle.bridge.publication;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * {@code bridge/radio}: how the network's radio is, and why. Waggle's own; clients of Zigbee2MQTT
 * do not know it. Times are in milliseconds since 1970; what is not known is left out.
 */
public final class RadioTopic {

  private static final String TOPIC = "bridge/radio";

  private final ZigbeeNetwork network;
  private final Outbox outbox;

  public RadioTopic(ZigbeeNetwork network, Outbox outbox) {
    this.network = network;
    this.outbox = outbox;
  }

  public void publish() {
    outbox.publishQuietly(TOPIC, JsonText.sorted(json()), PublishOptions.RETAINED);
  }

  /** Says goodbye. */
  public void publishFarewell() {
    outbox.publishQuietly(
        TOPIC,
        JsonText.sorted(Map.of("reason", "The bridge is stopped", "state", "closed")),
        PublishOptions.RETAINED);
  }

  private Map<String, @Nullable Object> json() {
    NetworkStatus status = network.status();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("state", status.state().name().toLowerCase(Locale.ROOT));
    json.put("since", status.since().toEpochMilli());
    put(json, "reason", status.reason());
    put(json, "port", status.port());
    put(json, "adapter", status.adapter());
    if (status.attempt() > 0) {
      json.put("attempt", status.attempt());
    }
    status.nextAttempt().ifPresent(next -> json.put("next_attempt", next.toEpochMilli()));
    network
        .coordinator()
        .ifPresent(coordinator -> json.put("coordinator", InfoTopic.coordinatorJson(coordinator)));
    return json;
  }

  private static void put(Map<String, @Nullable Object> json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }
}
