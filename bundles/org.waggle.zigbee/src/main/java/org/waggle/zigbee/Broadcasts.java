package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.zigbee.api.ZigbeeException;

/**
 * Frames to many nodes, in order, each as soon as the coordinator took the one before. A
 * coordinator whose table of broadcasts is full says that it is busy; nobody waits before it does.
 * On the event thread only.
 */
final class Broadcasts {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Longer than an entry stays in the table, which is 9 s (Zigbee specification 3.5.2.1). */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final class Waiting {

    final ApsRequest frame;
    final CompletableFuture<Void> sent = new CompletableFuture<>();
    @Nullable Instant refused;
    Duration pause = FIRST_PAUSE;

    Waiting(ApsRequest frame) {
      this.frame = frame;
    }
  }

  private final EventThread thread;
  private final RadioLink link;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private @Nullable Waiting current;

  Broadcasts(EventThread thread, RadioLink link) {
    this.thread = thread;
    this.link = link;
  }

  /** Completes when the coordinator took the frame. */
  CompletionStage<Void> send(ApsRequest frame) {
    Waiting added = new Waiting(frame);
    waiting.add(added);
    next();
    return added.sent;
  }

  /** Nothing can be sent. */
  void offline(ZigbeeException failure) {
    List<Waiting> all = new ArrayList<>(waiting);
    waiting.clear();
    current = null;
    all.forEach(each -> each.sent.completeExceptionally(failure));
  }

  private void next() {
    Waiting first = waiting.peek();
    if (current == null && first != null) {
      current = first;
      transmit(first);
    }
  }

  private void transmit(Waiting frame) {
    if (current == frame) {
      link.with(radio -> radio.send(frame.frame))
          .whenComplete((done, failure) -> sent(frame, failure));
    }
  }

  private void sent(Waiting frame, @Nullable Throwable failure) {
    if (current != frame) {
      return;
    }
    if (failure != null && isBusy(failure) && mayWait(frame)) {
      Duration pause = frame.pause;
      Duration longer = pause.multipliedBy(2);
      frame.pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      thread.schedule(pause, () -> transmit(frame));
      return;
    }
    current = null;
    waiting.remove(frame);
    if (failure == null) {
      frame.sent.complete(null);
    } else {
      frame.sent.completeExceptionally(Failures.of(failure));
    }
    next();
  }

  private boolean mayWait(Waiting frame) {
    Instant now = thread.now();
    if (frame.refused == null) {
      frame.refused = now;
    }
    return now.isBefore(frame.refused.plus(PATIENCE));
  }

  private static boolean isBusy(Throwable failure) {
    return Failures.cause(failure) instanceof RadioException radio && radio.reason() == Reason.BUSY;
  }
}
