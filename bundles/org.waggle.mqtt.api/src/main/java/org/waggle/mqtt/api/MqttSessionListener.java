package org.waggle.mqtt.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens to a session.
 *
 * <p>Calls come one at a time, on a thread of the link's, and must not block: a listener that falls
 * far behind loses messages of QoS 0. What it throws is logged and goes no further.
 */
@ConsumerType
public interface MqttSessionListener {

  /** The broker is reachable: first after {@link MqttLink#open}, again after each reconnect. */
  void connected();

  /** The broker is not reachable any more; the link keeps trying. */
  void disconnected(String reason);

  /** A message of a subscribed topic filter, in the order the broker sent them. */
  void received(MqttMessage message);
}
