package org.waggle.radio.ember;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.EzspStatus.Meaning;
import org.waggle.radio.ember.link.Timer;

/** The coordinator's {@code stackStatusHandler} callbacks, for those who wait for one. */
final class StackStatuses {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Ncp ncp;
  private final Map<Meaning, CompletableFuture<Void>> awaited = new EnumMap<>(Meaning.class);

  StackStatuses(Ncp ncp) {
    this.ncp = ncp;
  }

  /**
   * Begins to wait; to be called before the command that brings the status about.
   *
   * @param what brings it about, as the start of a sentence
   */
  CompletableFuture<Void> next(Meaning status, String what) {
    CompletableFuture<Void> waiter =
        awaited.computeIfAbsent(status, key -> new CompletableFuture<>());
    Timer timer =
        ncp.after(
            PATIENCE,
            () ->
                waiter.completeExceptionally(
                    new RadioException(
                        Reason.REFUSED,
                        what + " took longer than " + PATIENCE.toSeconds() + " s")));
    waiter.whenComplete(
        (done, failure) -> {
          timer.cancel();
          awaited.remove(status, waiter);
        });
    return waiter;
  }

  /** Returns whether somebody waited for it. */
  boolean arrived(Meaning status) {
    CompletableFuture<Void> waiter = awaited.get(status);
    return waiter != null && waiter.complete(null);
  }

  /** The link is gone: nobody need wait. */
  void ended(RadioException reason) {
    List.copyOf(awaited.values()).forEach(waiter -> waiter.completeExceptionally(reason));
  }
}
