package org.waggle.mqtt.broker;

import io.moquette.broker.EmbeddedMoquette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.waggle.mqtt.api.MqttException;
import org.waggle.mqtt.api.MqttMessage;

/**
 * The messages of one in-process session on their way into the broker, in the order of their
 * publishing. Safe for use by several threads.
 */
final class Outbox {

  /** More than any burst of a Zigbee network; whoever exceeds it does not look at the results. */
  static final int LIMIT = 100_000;

  private static final int BATCH = 64; // then others have their turn

  private record Entry(MqttMessage message, CompletableFuture<Void> routed) {}

  private final EmbeddedMoquette broker;
  private final String clientId;
  private final Executor completions;
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * @param completions runs what depends on a publish
   */
  Outbox(EmbeddedMoquette broker, String clientId, Executor completions) {
    this.broker = broker;
    this.clientId = clientId;
    this.completions = completions;
  }

  /**
   * @return completed when the message is stored, if retained, and handed to the sessions that are
   *     subscribed to it
   */
  CompletionStage<Void> publish(MqttMessage message) {
    if (size.incrementAndGet() > LIMIT) {
      size.decrementAndGet();
      return CompletableFuture.failedFuture(
          new MqttException(LIMIT + " messages of " + clientId + " wait to be published"));
    }
    Entry entry = new Entry(message, new CompletableFuture<>());
    entries.add(entry);
    schedule();
    return entry.routed;
  }

  boolean hasAudience(String topic) {
    return broker.hasAudience(clientId, topic);
  }

  /** Gives up what has not been routed. */
  void abandon(String reason) {
    MqttException lost = new MqttException(reason);
    for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
      size.decrementAndGet();
      entry.routed.completeExceptionally(lost);
    }
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      submit();
    }
  }

  private void submit() {
    if (!broker.execute(this::route)) {
      abandon("the broker has stopped");
    }
  }

  private void route() {
    List<Runnable> results = new ArrayList<>();
    int routed = 0;
    for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
      route(entry).ifPresent(results::add);
      if (++routed == BATCH) {
        break;
      }
    }
    size.addAndGet(-routed);
    complete(results);
    goOn();
  }

  /** Publishes a message; what is left is to tell those who wait for it, if there are any. */
  private Optional<Runnable> route(Entry entry) {
    try {
      broker.publish(clientId, entry.message);
    } catch (RuntimeException e) { // a fault of the broker's: the next message has its chance
      MqttException failed = new MqttException("the broker failed", e);
      return Optional.of(() -> entry.routed.completeExceptionally(failed));
    }
    // Most messages are of no further interest: no other thread need wake up for them.
    if (entry.routed.getNumberOfDependents() == 0) {
      entry.routed.complete(null);
      return Optional.empty();
    }
    return Optional.of(() -> entry.routed.complete(null));
  }

  private void goOn() {
    if (!entries.isEmpty()) {
      submit(); // others that wait for the loop come first
      return;
    }
    scheduled.set(false);
    if (!entries.isEmpty()) { // came between the last two lines
      schedule();
    }
  }

  private void complete(List<Runnable> results) {
    if (results.isEmpty()) {
      return;
    }
    Runnable completion = () -> results.forEach(Runnable::run);
    try {
      completions.execute(completion);
    } catch (RejectedExecutionException e) { // the session is closed; who waits still must know
      completion.run();
    }
  }
}
