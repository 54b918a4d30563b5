package org.waggle.mqtt.broker.store;

import io.moquette.broker.IQueueRepository;
import io.moquette.broker.SessionMessageQueue;
import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import java.util.HashSet;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/** The queues of persistent sessions: one map of the store for each. */
public final class StoredQueues implements IQueueRepository {

  private static final String PREFIX = "queue/";

  private final MVStore store;
  private final StoredSessions sessions;

  StoredQueues(MVStore store, StoredSessions sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  /** A fresh set: Moquette takes out what it knows. */
  @Override
  public Set<String> listQueueNames() {
    Set<String> clientIds = new HashSet<>();
    for (String map : store.getMapNames()) {
      if (map.startsWith(PREFIX)) {
        clientIds.add(map.substring(PREFIX.length()));
      }
    }
    return clientIds;
  }

  /** Every persistent session has a queue, though it need not have been written yet. */
  @Override
  public boolean containsQueue(String clientId) {
    return sessions.contains(clientId);
  }

  @Override
  public SessionMessageQueue<EnqueuedMessage> getOrCreateQueue(String clientId) {
    return new StoredQueue(clientId, messagesFor(clientId));
  }

  /** Reads all queues, so that a damaged store throws here and not later. */
  void readAll() {
    for (String clientId : listQueueNames()) {
      messagesFor(clientId).forEach((number, entry) -> {});
    }
  }

  private MVMap<Long, byte[]> messagesFor(String clientId) {
    return store.openMap(
        PREFIX + clientId,
        new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  @Override
  public void close() {
    // The store is closed by its owner.
  }
}
