package org.waggle.zigbee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zigbee.api.DocumentStore;

/**
 * Keeps one document up to date. Changes made while a write runs wait for it and are then written
 * together. On the event thread only.
 */
final class Persistence {

  private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);

  /** What may be lost in a crash is saved this long after it changed. */
  private static final Duration LAZY = Duration.ofMinutes(1);

  private final String name;
  private final DocumentStore store;
  private final EventThread thread;
  private final Supplier<Supplier<String>> document;

  private boolean writing;
  private boolean lazy;

  /** Who waits for the next write, in their order. */
  private List<CompletableFuture<Void>> next = new ArrayList<>();

  /**
   * @param document takes down what is now, and gives what makes a text of it, on any thread
   */
  Persistence(
      String name, DocumentStore store, EventThread thread, Supplier<Supplier<String>> document) {
    this.name = name;
    this.store = store;
    this.thread = thread;
    this.document = document;
  }

  /** Saves what is now; completes on the event thread when it is on disk. */
  CompletionStage<Void> save() {
    // One for each caller: dependents of a shared stage would run in the reverse order.
    CompletableFuture<Void> saved = new CompletableFuture<>();
    next.add(saved);
    if (next.size() == 1 && !writing) {
      // After what is queued now, which may be more changes.
      thread.execute(this::write);
    }
    return saved;
  }

  /** Notes that something changed which nobody waits for. */
  void touch() {
    if (!lazy) {
      lazy = true;
      thread.schedule(LAZY, this::saveLazily);
    }
  }

  /** Hands what is now to the store, which writes it before it closes. */
  void flush() {
    store.save(name, document.get());
  }

  private void saveLazily() {
    if (lazy) {
      save().exceptionally(Persistence::log);
    }
  }

  private void write() {
    if (next.isEmpty() || writing) {
      return;
    }
    List<CompletableFuture<Void>> saving = next;
    next = new ArrayList<>();
    writing = true;
    lazy = false;
    thread
        .bring(store.save(name, document.get()))
        .whenComplete(
            (done, failure) -> {
              writing = false;
              if (failure == null) {
                saving.forEach(caller -> caller.complete(null));
              } else {
                Throwable cause = Failures.of(failure);
                saving.forEach(caller -> caller.completeExceptionally(cause));
              }
              write();
            });
  }

  private static @Nullable Void log(Throwable failure) {
    LOG.debug("Not saved: {}", Failures.text(failure));
    return null;
  }
}
