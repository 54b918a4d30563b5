package org.waggle.bridge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.ZigbeeException;

/** Documents that end with the test. */
public final class MemoryStore implements DocumentStore {

  /** What is on disk. */
  public final Map<String, String> documents = new ConcurrentHashMap<>();

  /** While set, writes are held back. */
  public Optional<CompletableFuture<Void>> held = Optional.empty();

  /** What the next write fails with. */
  public Optional<ZigbeeException> failure = Optional.empty();

  @Override
  public Optional<String> load(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  @Override
  public CompletionStage<Void> save(String name, String document) {
    if (failure.isPresent()) {
      ZigbeeException fault = failure.get();
      failure = Optional.empty();
      return CompletableFuture.failedFuture(fault);
    }
    return held.orElseGet(() -> CompletableFuture.completedFuture(null))
        .thenRun(() -> documents.put(name, document));
  }
}
