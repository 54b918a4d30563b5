package org.waggle.mqtt.broker.store;

import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that is read from memory and written through to the store.
 *
 * <p>When the store fails, memory goes on alone: {@link BrokerStore} has told the user why. Safe
 * for use by several threads.
 */
final class DurableMap<V> {

  private final NavigableMap<String, V> values = new ConcurrentSkipListMap<>();
  private final MVMap<String, V> stored;

  /** Reads all that is stored, so that a damaged store throws here and not later. */
  DurableMap(MVMap<String, V> stored) {
    this.stored = stored;
    stored.forEach(values::put);
  }

  void put(String key, V value) {
    values.put(key, value);
    try {
      stored.put(key, value);
    } catch (MVStoreException e) {
      // see above
    }
  }

  void remove(String key) {
    if (values.remove(key) != null) {
      try {
        stored.remove(key);
      } catch (MVStoreException e) {
        // see above
      }
    }
  }

  @Nullable V get(String key) {
    return values.get(key);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** All entries in the order of their keys, as they are while they are read. */
  NavigableMap<String, V> entries() {
    return values;
  }
}
