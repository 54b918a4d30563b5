package org.waggle.zigbee;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoFrame;
import org.waggle.zigbee.RequestQueue.Destination;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/**
 * ZDP requests that may wait: a few at a time, and only while nobody waits to send anything else.
 * They pass by the queues of their nodes, where nothing has to wait for their answers then. On the
 * event thread only.
 */
final class BackgroundRequests {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /**
   * An answer that is not there so long after its request was delivered may still come, but keeps
   * no other request waiting: silent nodes must not hold up a scan.
   */
  private static final Duration PROMPT = Duration.ofSeconds(1);

  private final EventThread thread;
  private final RadioLink link;
  private final InFlight inFlight;
  private final Sequence sequence;
  private final Set<Errand> errands = new LinkedHashSet<>();

  BackgroundRequests(EventThread thread, RadioLink link, InFlight inFlight, Sequence sequence) {
    this.thread = thread;
    this.link = link;
    this.inFlight = inFlight;
    this.sequence = sequence;
  }

  /**
   * @param withdrawn asked before sending: whether nobody wants the answer any more
   */
  CompletionStage<ZdoCommand> ask(
      Destination destination, ZdoCommand request, BooleanSupplier withdrawn) {
    ZdoExchange exchange = new ZdoExchange(request, TIMEOUT, thread.now());
    Errand errand = new Errand(destination, exchange, withdrawn);
    errands.add(errand);
    inFlight.claimInBackground(errand);
    return exchange.answer();
  }

  /** Takes an answer that is waited for. */
  void received(Destination source, ZdoFrame frame) {
    for (Errand errand : errands) {
      if (errand.isAnsweredBy(source, frame)) {
        errand.end();
        errand.exchange.answeredBy(frame);
        return;
      }
    }
  }

  /** The node is gone. */
  void forget(Destination destination, ZigbeeException failure) {
    fail(errand -> errand.destination.equals(destination), failure);
  }

  /** Nothing can be sent. */
  void offline(ZigbeeException failure) {
    fail(errand -> true, failure);
  }

  private void fail(Predicate<Errand> which, ZigbeeException failure) {
    List<Errand> failing = errands.stream().filter(which).toList();
    // None of them must get the place of another.
    failing.forEach(inFlight::withdraw);
    failing.forEach(errand -> errand.fail(failure));
  }

  /** A request on its way. */
  private final class Errand implements InFlight.Claimant {

    private final Destination destination;
    private final ZdoExchange exchange;
    private final BooleanSupplier withdrawn;
    private boolean sent;
    private int number;
    private boolean hasPlace;
    private Subscription timer = () -> {};
    private Subscription placeTimer = () -> {};

    Errand(Destination destination, ZdoExchange exchange, BooleanSupplier withdrawn) {
      this.destination = destination;
      this.exchange = exchange;
      this.withdrawn = withdrawn;
    }

    @Override
    public void granted() {
      hasPlace = true;
      if (withdrawn.getAsBoolean()) {
        fail(new ZigbeeException(Reason.REPLACED, "Nobody waits for the answer any more"));
        return;
      }
      sent = true;
      number = sequence.next();
      timer =
          thread.schedule(
              TIMEOUT,
              () ->
                  fail(
                      new ZigbeeException(
                          Reason.TIMEOUT,
                          destination + " did not answer in " + TIMEOUT.toSeconds() + " s")));
      try {
        link.send(exchange.frame(destination.networkAddress(), number))
            .whenComplete(this::delivered);
      } catch (IllegalArgumentException e) {
        fail(new ZigbeeException(Reason.REFUSED, Failures.text(e), e));
      }
    }

    private void delivered(@Nullable Void done, @Nullable Throwable failure) {
      if (failure != null) {
        fail(Failures.of(failure));
      } else if (hasPlace) {
        placeTimer = thread.schedule(PROMPT, this::giveUpPlace);
      }
    }

    boolean isAnsweredBy(Destination source, ZdoFrame frame) {
      return sent && destination.equals(source) && exchange.isAnsweredBy(frame, number);
    }

    void fail(ZigbeeException failure) {
      if (errands.contains(this)) {
        end();
        exchange.fail(failure);
      }
    }

    void end() {
      errands.remove(this);
      timer.close();
      giveUpPlace();
    }

    private void giveUpPlace() {
      if (hasPlace) {
        hasPlace = false;
        placeTimer.close();
        inFlight.releaseInBackground();
      }
    }
  }
}
