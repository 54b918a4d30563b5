package org.waggle.mqtt.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens sessions with one broker. A service: its presence does not mean that the broker is up.
 *
 * <p>Safe for use by several threads; never blocks.
 */
@ProviderType
public interface MqttLink {

  /**
   * Opens a session that stays until it is closed, whatever happens to the connection.
   *
   * <p>Whoever opens a session closes it, before it lets go of this service at the latest; the link
   * does not watch its users. Messages published before {@link MqttSessionListener#connected} fail.
   *
   * @param clientId unique among the sessions of this link
   * @param will what the broker publishes when the connection is lost other than by {@link
   *     MqttSession#close}; each reconnect announces it anew
   * @param listener called on the link's own threads, never after {@link MqttSession#close}
   *     returned
   * @throws IllegalStateException if a session with that client id is open
   */
  MqttSession open(String clientId, MqttMessage will, MqttSessionListener listener);
}
