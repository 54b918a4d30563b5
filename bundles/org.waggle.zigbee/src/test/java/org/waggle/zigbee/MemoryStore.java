package org.waggle.zigbee;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.zigbee.api.DocumentStore;

/** Documents for tests to which the disk does not matter. */
final class MemoryStore implements DocumentStore {

  private final Map<String, String> documents = new HashMap<>();

  @Override
  public Optional<String> load(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  @Override
  public CompletionStage<Void> save(String name, String document) {
    documents.put(name, document);
    return CompletableFuture.completedStage(null);
  }
}
