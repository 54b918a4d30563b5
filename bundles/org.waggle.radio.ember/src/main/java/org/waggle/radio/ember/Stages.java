package org.waggle.radio.ember;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** Things one after another that take time. */
final class Stages {

  private Stages() {}

  /** What really failed. */
  static RadioException reason(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof RadioException reason
        ? reason
        : new RadioException(Reason.REFUSED, "The radio has a fault: " + cause, cause);
  }

  /** Completes {@code target} as {@code source} does, failures without what they are wrapped in. */
  static <T> void pass(CompletionStage<? extends T> source, CompletableFuture<T> target) {
    source.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            target.complete(value);
          } else {
            target.completeExceptionally(reason(failure));
          }
        });
  }

  static <T> CompletableFuture<T> failed(Reason reason, String message) {
    return CompletableFuture.failedFuture(new RadioException(reason, message));
  }

  static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> stages) {
    return CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
  }

  /** Does the same for each element, one after another. */
  static <E> CompletableFuture<Void> forEach(
      Iterable<E> elements, Function<E, CompletionStage<?>> action) {
    CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    for (E element : elements) {
      last = last.thenCompose(ignored -> action.apply(element).thenApply(done -> null));
    }
    return last;
  }
}
