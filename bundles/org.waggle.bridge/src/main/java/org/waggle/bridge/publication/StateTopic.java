package org.waggle.bridge.publication;

import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.Qos;

/**
 * {@code bridge/state}: {@code online} while messages flow between the network and the broker. It
 * is the broker that says {@code offline} when the bridge cannot.
 */
public final class StateTopic {

  private static final String TOPIC = "bridge/state";

  private final Outbox outbox;

  public StateTopic(Outbox outbox) {
    this.outbox = outbox;
  }

  /** What the broker is to publish when the session ends without a farewell. */
  public static MqttMessage will(String baseTopic) {
    return MqttMessage.of(baseTopic + "/" + TOPIC, payload(false))
        .retained()
        .withQos(Qos.AT_LEAST_ONCE);
  }

  public void publish(boolean online) {
    outbox.publish(TOPIC, payload(online), new PublishOptions(1, true, 0));
  }

  /** Says goodbye. */
  public void publishFarewell() {
    outbox.publish(TOPIC, payload(false), PublishOptions.RETAINED);
  }

  private static String payload(boolean online) {
    return "{\"state\":\"" + (online ? "online" : "offline") + "\"}";
  }
}
