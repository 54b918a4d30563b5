package io.moquette.broker;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packet identifiers of QoS 2 messages that were received and not yet released by PUBREL, as
 * part of the session: those of a persistent one outlive the connection (but not the process).
 */
final class ReceivedQos2 {

  private final Map<String, Set<Integer>> ofPersistentSessions = new ConcurrentHashMap<>();

  /** The identifiers of the session that a client begins or goes on with. */
  Set<Integer> of(String clientId, boolean cleanSession) {
    if (cleanSession) {
      ofPersistentSessions.remove(clientId);
      return ConcurrentHashMap.newKeySet();
    }
    return ofPersistentSessions.computeIfAbsent(clientId, id -> ConcurrentHashMap.newKeySet());
  }
}
