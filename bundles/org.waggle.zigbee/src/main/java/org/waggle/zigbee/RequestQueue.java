package org.waggle.zigbee;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.ApsRequest;
import org.waggle.zcl.zdo.ZdoFrame;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/**
 * The requests to one node: sent in order, one at a time, pings last. What a sleeping node did not
 * take is kept, if it has the patience, and sent again when the node is heard.
 */
final class RequestQueue implements InFlight.Claimant {

  /** The node, as far as its queue must know it. */
  interface Destination {

    int networkAddress();

    boolean mayBeAsleep();
  }

  private final Destination destination;
  private final EventThread thread;
  private final RadioLink link;
  private final InFlight inFlight;
  private final Sequence sequence;

  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private final Deque<Exchange> waitingPings = new ArrayDeque<>();
  private final List<Exchange> kept = new ArrayList<>();
  private final Map<String, Exchange> newest = new HashMap<>();

  private @Nullable Exchange current;
  private int currentSequence;
  private Subscription currentTimer = () -> {};
  private boolean closed;

  RequestQueue(
      Destination destination,
      EventThread thread,
      RadioLink link,
      InFlight inFlight,
      Sequence sequence) {
    this.destination = destination;
    this.thread = thread;
    this.link = link;
    this.inFlight = inFlight;
    this.sequence = sequence;
  }

  void submit(Exchange exchange) {
    if (closed) {
      exchange.fail(new ZigbeeException(Reason.UNKNOWN_NODE, "The node left the network"));
      return;
    }
    if (!link.isUp()) {
      exchange.fail(new ZigbeeException(Reason.OFFLINE, link.absence()));
      return;
    }
    exchange.key().ifPresent(key -> supersede(key, exchange));
    (exchange.isPing() ? waitingPings : waiting).add(exchange);
    claim();
  }

  /** Whether nothing is left to do. */
  boolean isIdle() {
    return current == null && waiting.isEmpty() && waitingPings.isEmpty() && kept.isEmpty();
  }

  /** The node was heard: what is kept for it may go. */
  void awake() {
    if (kept.isEmpty()) {
      return;
    }
    for (int i = kept.size() - 1; i >= 0; i--) {
      waiting.addFirst(kept.get(i));
    }
    kept.clear();
    claim();
  }

  /** Takes the answer that is waited for, if this is the one. */
  void received(ZclMessage message) {
    if (current instanceof ZclExchange exchange
        && exchange.isAnsweredBy(message, currentSequence)) {
      done(exchange);
      exchange.answeredBy(message);
      claim();
    }
  }

  /** Takes the answer that is waited for, if this is the one. */
  void received(ZdoFrame frame) {
    if (current instanceof ZdoExchange exchange && exchange.isAnsweredBy(frame, currentSequence)) {
      done(exchange);
      exchange.answeredBy(frame);
      claim();
    }
  }

  /** Nothing can be sent: all but what is kept for a sleeping node fails. */
  void offline(ZigbeeException failure) {
    inFlight.withdraw(this);
    Exchange running = current;
    if (running != null) {
      release();
      keepOrFail(running, failure);
    }
    drain(waiting, exchange -> keepOrFail(exchange, failure));
    drain(waitingPings, exchange -> exchange.fail(failure));
  }

  /** The node is gone: everything fails, now and from now on. */
  void close(ZigbeeException failure) {
    closed = true;
    offline(failure);
    List<Exchange> rest = List.copyOf(kept);
    kept.clear();
    rest.forEach(exchange -> exchange.fail(failure));
    newest.clear();
  }

  @Override
  public void granted() {
    Exchange next = waiting.isEmpty() ? waitingPings.poll() : waiting.poll();
    if (next == null) {
      inFlight.release();
      return;
    }
    current = next;
    currentSequence = sequence.next();
    int mine = currentSequence;
    currentTimer =
        thread.schedule(
            next.timeout(),
            () ->
                failed(
                    next,
                    new ZigbeeException(
                        Reason.TIMEOUT, destination + " did not answer in " + text(next))));
    try {
      ApsRequest frame = next.frame(destination.networkAddress(), mine);
      (next.isAnswered() ? link.sendToBeAnswered(frame) : link.send(frame))
          .whenComplete((sent, failure) -> sent(next, failure));
    } catch (IllegalArgumentException e) {
      failed(next, new ZigbeeException(Reason.REFUSED, Failures.text(e), e));
    }
  }

  private void sent(Exchange exchange, @Nullable Throwable failure) {
    if (current != exchange) {
      return;
    }
    if (failure != null) {
      failed(exchange, Failures.of(failure));
    } else {
      done(exchange);
      exchange.delivered();
      claim();
    }
  }

  private void failed(Exchange exchange, ZigbeeException failure) {
    if (current == exchange) {
      release();
      keepOrFail(exchange, failure);
      claim();
    }
  }

  private void done(Exchange exchange) {
    release();
    exchange.key().ifPresent(key -> newest.remove(key, exchange));
  }

  private void release() {
    current = null;
    currentTimer.close();
    inFlight.release();
  }

  private void claim() {
    if (current == null && !(waiting.isEmpty() && waitingPings.isEmpty())) {
      inFlight.claim(this, waiting.isEmpty());
    }
  }

  private void keepOrFail(Exchange exchange, ZigbeeException failure) {
    Duration left = Duration.between(thread.now(), exchange.deadline());
    boolean mayWait =
        switch (failure.reason()) {
          case NOT_DELIVERED, TIMEOUT, OFFLINE -> destination.mayBeAsleep() && !closed;
          default -> false;
        };
    if (isSuperseded(exchange)) {
      exchange.fail(replaced());
    } else if (mayWait && left.compareTo(Duration.ZERO) > 0) {
      kept.add(exchange);
      thread.schedule(left, () -> expired(exchange, failure));
    } else {
      exchange.key().ifPresent(key -> newest.remove(key, exchange));
      exchange.fail(failure);
    }
  }

  private void expired(Exchange exchange, ZigbeeException failure) {
    if (kept.remove(exchange)) {
      exchange.key().ifPresent(key -> newest.remove(key, exchange));
      exchange.fail(failure);
    }
  }

  private void supersede(String key, Exchange exchange) {
    Exchange older = newest.put(key, exchange);
    boolean obsolete =
        older != null
            && (kept.remove(older) || (destination.mayBeAsleep() && waiting.remove(older)));
    if (older != null && obsolete) {
      older.fail(replaced());
    }
  }

  private boolean isSuperseded(Exchange exchange) {
    return exchange.key().filter(key -> newest.get(key) != exchange).isPresent();
  }

  private ZigbeeException replaced() {
    return new ZigbeeException(
        Reason.REPLACED, "A newer request to " + destination + " took its place");
  }

  private static String text(Exchange exchange) {
    return exchange.timeout().toMillis() / 1000.0 + " s";
  }

  private static void drain(Deque<Exchange> exchanges, Consumer<Exchange> each) {
    List<Exchange> all = List.copyOf(exchanges);
    exchanges.clear();
    all.forEach(each);
  }
}
