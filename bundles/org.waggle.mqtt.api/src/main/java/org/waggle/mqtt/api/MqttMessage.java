package org.waggle.mqtt.api;

import java.nio.charset.StandardCharsets;

/**
 * An application message (MQTT 3.1.1, section 3.3).
 *
 * @param topic without wildcards
 * @param payload may be empty; owned by the message, so neither side changes it afterwards
 * @param qos of the publish, or of the delivery
 * @param retain to be stored by the broker (publish), or sent because it was stored (delivery); an
 *     empty retained payload clears what is stored
 * @param expirySeconds MQTT 5 message expiry interval, 0 for none; ignored by older protocols
 */
public record MqttMessage(
    String topic, byte[] payload, Qos qos, boolean retain, int expirySeconds) {

  /** A message of QoS 0 that is not retained. */
  public static MqttMessage of(String topic, String payload) {
    return new MqttMessage(
        topic, payload.getBytes(StandardCharsets.UTF_8), Qos.AT_MOST_ONCE, false, 0);
  }

  /** The same message, to be stored by the broker. */
  public MqttMessage retained() {
    return new MqttMessage(topic, payload, qos, true, expirySeconds);
  }

  /** The same message at another quality of service. */
  public MqttMessage withQos(Qos newQos) {
    return new MqttMessage(topic, payload, newQos, retain, expirySeconds);
  }

  /** The payload as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
