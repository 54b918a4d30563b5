package org.waggle.radio.ember;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waggle.radio.ember.link.NcpLink;

/**
 * What takes several commands: one procedure after another, each from beginning to end. For any
 * thread.
 */
final class Procedures {

  private final NcpLink link;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  Procedures(NcpLink link) {
    this.link = link;
  }

  /** Runs {@code procedure} in a turn of the link, when those before it have ended. */
  <T> CompletableFuture<T> run(Supplier<? extends CompletionStage<T>> procedure) {
    CompletableFuture<T> result = new CompletableFuture<>();
    link.execute(
        () -> {
          waiting.add(() -> begin(procedure, result));
          next();
        });
    return result;
  }

  private <T> void begin(
      Supplier<? extends CompletionStage<T>> procedure, CompletableFuture<T> result) {
    CompletionStage<T> stage;
    try {
      stage = procedure.get();
    } catch (RuntimeException e) {
      // Whatever it is, the next procedure must have its turn.
      stage = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<T> outcome = new CompletableFuture<>();
    outcome.whenComplete(
        (value, failure) -> {
          busy = false;
          Stages.pass(outcome, result);
          next();
        });
    Stages.pass(stage, outcome);
  }

  private void next() {
    while (!busy) {
      Runnable procedure = waiting.poll();
      if (procedure == null) {
        return;
      }
      busy = true;
      procedure.run();
    }
  }
}
