package org.waggle.mqtt.api;

import org.osgi.annotation.versioning.ProviderType;

/** Opens sessions with one broker. A service: its presence does not mean that the broker is up. */
@ProviderType
public interface MqttLink {

  /**
   * Opens a session that stays until it is closed, whatever happens to the connection.
   *
   * @param clientId unique among the sessions of this link
   * @param will what the broker publishes when the session ends without {@link MqttSession#close}
   * @param listener called on the link's own threads, never after {@link MqttSession#close}
   *     returned
   * @throws IllegalStateException if a session with that client id is open
   */
  MqttSession open(String clientId, MqttMessage will, MqttSessionListener listener);
}
