package io.moquette.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last packet identifier sent in each persistent session. Moquette counts from 1 in each
 * connection, and would put a new message in the place of one that is still in flight.
 */
final class SentPacketIds {

  private final Map<String, Integer> ofPersistentSessions = new ConcurrentHashMap<>();

  void sent(String clientId, int packetId) {
    ofPersistentSessions.put(clientId, packetId);
  }

  /** Lets a connection count on from where the session's last one ended. */
  void resume(String clientId, boolean cleanSession, MQTTConnection connection) {
    if (cleanSession) {
      ofPersistentSessions.remove(clientId);
      return;
    }
    Integer last = ofPersistentSessions.get(clientId);
    if (last != null) {
      while (connection.nextPacketId() != last) {
        // counts up to it
      }
    }
  }
}
