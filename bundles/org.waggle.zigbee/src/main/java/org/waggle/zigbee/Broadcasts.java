package org.waggle.zigbee;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.ApsRequest;

/** Frames to many nodes: one after the other, as each occupies the whole network. */
final class Broadcasts {

  private record Waiting(ApsRequest frame, CompletableFuture<Void> sent) {}

  private final RadioLink link;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean sending;

  Broadcasts(RadioLink link) {
    this.link = link;
  }

  /** Completes when the frame left the coordinator. */
  CompletionStage<Void> send(ApsRequest frame) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    waiting.add(new Waiting(frame, sent));
    next();
    return sent;
  }

  private void next() {
    if (sending) {
      return;
    }
    Waiting first = waiting.poll();
    if (first == null) {
      return;
    }
    sending = true;
    link.send(first.frame)
        .whenComplete(
            (done, failure) -> {
              sending = false;
              if (failure == null) {
                first.sent.complete(null);
              } else {
                first.sent.completeExceptionally(Failures.of(failure));
              }
              next();
            });
  }
}
