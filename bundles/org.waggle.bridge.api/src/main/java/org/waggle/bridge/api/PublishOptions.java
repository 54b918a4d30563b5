package org.waggle.bridge.api;

/**
 * How a message is published.
 *
 * @param qos 0..2
 * @param retain whether the broker is to keep it
 * @param expirySeconds MQTT 5 message expiry interval, 0 for none
 */
public record PublishOptions(int qos, boolean retain, int expirySeconds) {

  /** QoS 0, not retained. */
  public static final PublishOptions DEFAULT = new PublishOptions(0, false, 0);

  /** QoS 0, retained. */
  public static final PublishOptions RETAINED = new PublishOptions(0, true, 0);
}
