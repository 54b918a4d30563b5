package org.waggle.mqtt.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to a session. Calls come one at a time and must not block. */
@ConsumerType
public interface MqttSessionListener {

  /** The broker is reachable: first after {@link MqttLink#open}, again after each reconnect. */
  void connected();

  /** The broker is not reachable any more; the link keeps trying. */
  void disconnected(String reason);

  /** A message of a subscribed topic filter, in the order the broker sent them. */
  void received(MqttMessage message);
}
