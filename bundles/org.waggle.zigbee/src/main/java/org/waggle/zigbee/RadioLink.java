package org.waggle.zigbee;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.ZigbeeRadio;

/**
 * The radio that is in use, if there is one. Its stages complete on the event thread and fail with
 * {@link RadioException}.
 */
final class RadioLink {

  private static final int ATTEMPTS = 4;
  private static final Duration BUSY_PAUSE = Duration.ofMillis(500);

  private static final String AWAY = "The radio is not there";

  private final EventThread thread;
  private @Nullable ZigbeeRadio radio;
  private volatile String absence = AWAY;

  RadioLink(EventThread thread) {
    this.thread = thread;
  }

  void use(ZigbeeRadio current) {
    radio = current;
  }

  void end() {
    radio = null;
  }

  /**
   * Why there is no radio, while there is none.
   *
   * @param reason empty if there is nothing to say
   */
  void explain(String reason) {
    absence = reason.isEmpty() ? AWAY : AWAY + ": " + reason;
  }

  /** One sentence for users about why there is no radio. For any thread. */
  String absence() {
    return absence;
  }

  boolean isUp() {
    return radio != null;
  }

  /** Asks the radio something. */
  <T> CompletionStage<T> with(Function<ZigbeeRadio, CompletionStage<T>> request) {
    ZigbeeRadio current = radio;
    if (current == null) {
      return CompletableFuture.failedFuture(new RadioException(Reason.LINK_LOST, absence));
    }
    try {
      return thread.bring(request.apply(current));
    } catch (RuntimeException e) { // a radio bundle's fault must not become the caller's
      return CompletableFuture.failedFuture(
          e instanceof RadioException
              ? e
              : new RadioException(Reason.REFUSED, "The radio failed: " + Failures.text(e), e));
    }
  }

  /** Sends a frame; while the coordinator is too busy for it, again. */
  CompletionStage<Void> send(ApsRequest frame) {
    return send(frame, ATTEMPTS, UnaryOperator.identity());
  }

  /**
   * As {@link #send(ApsRequest)}, but completes only if it fails: where an answer follows, the
   * event thread has no use for the news that the frame arrived.
   */
  CompletionStage<Void> sendToBeAnswered(ApsRequest frame) {
    return send(frame, ATTEMPTS, RadioLink::failureOf);
  }

  private static CompletionStage<Void> failureOf(CompletionStage<Void> sent) {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    sent.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            failed.completeExceptionally(failure);
          }
        });
    return failed;
  }

  private CompletionStage<Void> send(
      ApsRequest frame, int attempts, UnaryOperator<CompletionStage<Void>> outcome) {
    return with(current -> outcome.apply(current.send(frame)))
        .exceptionallyCompose(
            failure ->
                attempts > 1 && isBusy(failure)
                    ? thread
                        .delay(BUSY_PAUSE)
                        .thenCompose(rested -> send(frame, attempts - 1, outcome))
                    : CompletableFuture.failedFuture(Failures.cause(failure)));
  }

  private static boolean isBusy(Throwable failure) {
    return Failures.cause(failure) instanceof RadioException radio && radio.reason() == Reason.BUSY;
  }
}
