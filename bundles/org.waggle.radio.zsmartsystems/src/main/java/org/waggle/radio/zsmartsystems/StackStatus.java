package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** The coordinator's {@code stackStatusHandler} callbacks, for those who wait for one. */
final class StackStatus {

  private static final long TIMEOUT_SECONDS = 10;

  private final Map<EmberStatus, CompletableFuture<Void>> awaited =
      new EnumMap<>(EmberStatus.class);

  /** Begins to wait; to be called before the command that brings the status about. */
  synchronized CompletableFuture<Void> next(EmberStatus status) {
    return awaited.computeIfAbsent(status, key -> new CompletableFuture<>());
  }

  /** Returns whether somebody waited for it. */
  boolean arrived(EmberStatus status) {
    CompletableFuture<Void> waiter;
    synchronized (this) {
      waiter = awaited.remove(status);
    }
    return waiter != null && waiter.complete(null);
  }

  /** The link is gone: nobody need wait. */
  synchronized void ended(RadioException reason) {
    awaited.values().forEach(waiter -> waiter.completeExceptionally(reason));
    awaited.clear();
  }

  /** Waits for what {@link #next} returned; blocks. */
  static void await(CompletableFuture<Void> status, String what) {
    try {
      status.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RadioException(Reason.REFUSED, what + " took longer than 10 s", e);
    } catch (ExecutionException e) {
      Reason reason = e.getCause() instanceof RadioException end ? end.reason() : Reason.LINK_LOST;
      throw new RadioException(reason, what + " was cut off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RadioException(Reason.CLOSED, "The radio was closed", e);
    }
  }
}
