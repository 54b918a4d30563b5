package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zigbee.PortSearch.Result;
import org.waggle.zigbee.RadioTransitions.Event;
import org.waggle.zigbee.api.NetworkStatus.State;
import org.waggle.zigbee.api.Subscription;

/**
 * Keeps a radio in use: finds it, opens it, brings it onto the network, and, when it is lost, does
 * so again, for ever. What follows what is written in {@link RadioTransitions}; here is how it is
 * done. All on the event thread.
 */
final class RadioLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RadioLifecycle.class);

  /** A search that does not even fail is given up after this; probing takes its time. */
  private static final Duration SEARCH_LIMIT = Duration.ofMinutes(3);

  /** A radio that does not even fail to start is given up after this. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** What only a human can change is looked at again that often. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** Bundles start one after another: what only stands in is not used before that. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** A radio that does not close keeps nobody from trying again. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  /** Hears how the radio is. */
  interface Watcher {

    /**
     * The coordinator is on the network; messages flow.
     *
     * @return completes when all may know
     */
    CompletionStage<Void> up(NetworkStart.Outcome.Up network);

    /** All know that the coordinator is on the network. */
    void online(NetworkStart.Outcome.Up network);

    /** Messages flow no longer. */
    void down();
  }

  /** What is on its way, or in use; the same only as itself. */
  private static final class Attempt {

    private @Nullable ZigbeeRadio radio;
    private @Nullable RadioEvents events;
    private RadioSearch.@Nullable Outcome found;
    private Subscription limit = () -> {};
  }

  private final String name;
  private final Settings settings;
  private final NetworkIdentity identity;
  private final RadioProviders providers;
  private final PortClaims claims;
  private final RadioSearch search;
  private final Backups backups;
  private final EventThread thread;
  private final Executor slow;
  private final RadioLink link;
  private final RadioEvents.Receiver receiver;
  private final RadioStatus status;
  private final Watcher watcher;

  private final Backoff backoff = new Backoff();
  private final PortWatch portWatch;
  private Subscription timer = () -> {};
  private Subscription released = () -> {};
  private CompletionStage<Void> closing = CompletableFuture.completedStage(null);
  private Instant started = Instant.EPOCH;
  private @Nullable Attempt attempt;

  RadioLifecycle(
      String name,
      Settings settings,
      NetworkIdentity identity,
      RadioProviders providers,
      PortClaims claims,
      RadioSearch search,
      Backups backups,
      EventThread thread,
      Executor slow,
      RadioLink link,
      RadioEvents.Receiver receiver,
      RadioStatus status,
      Watcher watcher) {
    this.name = name;
    this.settings = settings;
    this.identity = identity;
    this.providers = providers;
    this.claims = claims;
    this.search = search;
    this.backups = backups;
    this.thread = thread;
    this.slow = slow;
    this.link = link;
    this.receiver = receiver;
    this.status = status;
    this.watcher = watcher;
    portWatch = new PortWatch(thread, search::port);
  }

  void start() {
    started = thread.now();
    status.at(settings.radio().port(), settings.adapter());
    if (settings.obstacle().isPresent()) {
      status.fire(Event.MISCONFIGURED, settings.obstacle().get());
      return;
    }
    search.reserve();
    providers.onChange(() -> thread.execute(this::providersChanged));
    released = claims.onRelease(() -> thread.execute(() -> searchIf(State.WAITING_FOR_PORT)));
    search();
  }

  /** Gives the radio up for good; completes when it is closed. */
  CompletionStage<Void> stop() {
    providers.onChange(() -> {});
    released.close();
    rest();
    release("The network is closed");
    status.fire(Event.CLOSE);
    claims.release(name);
    return closing;
  }

  private void providersChanged() {
    Attempt current = attempt;
    if (current != null
        && current.found instanceof RadioSearch.Outcome.Found found
        && !providers.has(found.line().provider().provider())) {
      failed(current, new RadioException(Reason.CLOSED, "The bundle of the radio stopped"));
    } else {
      searchIf(State.NO_ADAPTER);
      searchIf(State.WAITING_FOR_PORT);
    }
  }

  private void searchIf(State state) {
    if (status.state() == state) {
      search();
    }
  }

  /** Nothing more happens by itself. */
  private void rest() {
    timer.close();
    portWatch.cancel();
  }

  private void search() {
    rest();
    Attempt mine = new Attempt();
    attempt = mine;
    status.fire(Event.SEARCH);
    limit(mine, SEARCH_LIMIT);
    search.run().whenComplete((outcome, failure) -> searched(mine, outcome, failure));
  }

  private void searched(
      Attempt mine, RadioSearch.@Nullable Outcome outcome, @Nullable Throwable failure) {
    if (attempt != mine) {
      return;
    }
    if (outcome instanceof RadioSearch.Outcome.Found found) {
      located(mine, found);
    } else if (outcome instanceof RadioSearch.Outcome.NoPort missing) {
      await(mine, missing.port());
    } else if (outcome instanceof RadioSearch.Outcome.NoAdapter missing) {
      release(missing.reason());
      status.fire(Event.ADAPTER_MISSING, missing.reason());
    } else {
      failed(mine, failure != null ? failure : new IllegalStateException("nothing was found"));
    }
  }

  private void await(Attempt mine, Result.Missing missing) {
    if (attempt == mine) {
      release(missing.reason());
      status.fire(Event.PORT_MISSING, missing.reason());
      portWatch.await(missing, this::search);
    }
  }

  private void located(Attempt mine, RadioSearch.Outcome.Found found) {
    status.at(found.settings().port(), found.line().adapter());
    Duration age = Duration.between(started, thread.now());
    if (found.line().provider().standsIn(settings.adapter()) && age.compareTo(GRACE) < 0) {
      String reason =
          "Only a bundle that stands in for the adapter \"" + settings.adapter() + "\" is running";
      release(reason);
      status.fire(Event.ADAPTER_MISSING, reason);
      timer = thread.schedule(GRACE.minus(age), () -> searchIf(State.NO_ADAPTER));
      return;
    }
    Optional<String> holder = search.claim(found);
    if (holder.isPresent()) {
      await(mine, PortSearch.taken(found.target(), holder.get()));
      return;
    }
    mine.found = found;
    RadioEvents events = new RadioEvents(thread, receiver, reason -> failed(mine, reason));
    ZigbeeRadio radio;
    try {
      radio = found.line().provider().provider().create(found.settings(), events);
    } catch (RuntimeException e) { // a radio bundle's fault must not end the attempts
      LOG.error("The radio {} cannot be made", found.settings().port(), e);
      failed(mine, e);
      return;
    }
    mine.radio = radio;
    mine.events = events;
    status.fire(Event.LOCATED);
    limit(mine, START_LIMIT);
    thread
        .call(() -> thread.bring(identity.resolve(settings, backups::load)))
        .thenCompose(
            wanted ->
                new NetworkStart(
                        name,
                        thread,
                        wanted,
                        settings.reform(),
                        backups,
                        radio,
                        event -> progress(mine, event))
                    .run())
        .whenComplete((outcome, failure) -> started(mine, outcome, failure));
  }

  private void limit(Attempt mine, Duration limit) {
    mine.limit.close();
    mine.limit =
        thread.schedule(
            limit,
            () ->
                failed(
                    mine,
                    new RadioException(Reason.NO_COORDINATOR, "The coordinator does not start")));
  }

  private void progress(Attempt mine, Event event) {
    if (attempt == mine) {
      status.fire(event);
    }
  }

  private void started(
      Attempt mine, NetworkStart.@Nullable Outcome outcome, @Nullable Throwable failure) {
    ZigbeeRadio radio = mine.radio;
    if (attempt != mine || radio == null) {
      return;
    }
    if (outcome instanceof NetworkStart.Outcome.Up network) {
      backoff.reset();
      link.use(radio);
      watcher.up(network).whenComplete((ready, ignored) -> online(mine, network));
    } else if (outcome instanceof NetworkStart.Outcome.Conflict conflict) {
      hold(mine, Event.NETWORK_FOREIGN, conflict.reason());
    } else if (failure != null
        && Failures.cause(failure) instanceof RadioException refusal
        && refusal.reason() == Reason.FIRMWARE_UNSUPPORTED
        && status.state() == State.OPENING) {
      hold(mine, Event.FIRMWARE_REFUSED, Failures.text(refusal));
    } else {
      failed(mine, failure != null ? failure : new IllegalStateException("no outcome"));
    }
  }

  private void online(Attempt mine, NetworkStart.Outcome.Up network) {
    if (attempt == mine && mine.found instanceof RadioSearch.Outcome.Found found) {
      mine.limit.close();
      search.worked(found);
      status.fire(Event.UP);
      watcher.online(network);
    }
  }

  /** Only a human can change it, by another stick, firmware or configuration. */
  private void hold(Attempt mine, Event event, String reason) {
    Instant next = thread.now().plus(LOOK_AGAIN);
    release(reason);
    status.fire(event, reason, Optional.of(next));
    timer = thread.schedule(LOOK_AGAIN, this::searchAfterClosing);
    if (search.dependsOnPorts() && mine.found instanceof RadioSearch.Outcome.Found found) {
      portWatch.await(found.target(), this::searchAfterClosing);
    }
  }

  private void failed(Attempt mine, Throwable failure) {
    if (attempt != mine) {
      return;
    }
    if (Failures.cause(failure) instanceof RadioException radio
        && radio.reason() == Reason.NO_COORDINATOR) {
      search.doubt();
    }
    rest();
    Duration pause = backoff.next();
    String reason = reason(mine, failure);
    release(reason);
    status.fire(Event.FAILED, reason, Optional.of(thread.now().plus(pause)));
    timer = thread.schedule(pause, this::searchAfterClosing);
  }

  private String reason(Attempt mine, Throwable failure) {
    String port =
        mine.found instanceof RadioSearch.Outcome.Found found
            ? found.settings().port()
            : settings.radio().port();
    String text = Failures.text(failure);
    return port.isEmpty() || text.contains(port) ? text : port + ": " + text;
  }

  private void searchAfterClosing() {
    State before = status.state();
    rest();
    closing.whenComplete((closed, ignored) -> thread.execute(() -> searchIf(before)));
  }

  /**
   * @param reason what to tell those who ask something of the radio
   */
  private void release(String reason) {
    Attempt current = attempt;
    link.explain(reason);
    attempt = null;
    if (current == null) {
      return;
    }
    current.limit.close();
    if (current.events != null) {
      current.events.end();
    }
    boolean wasUp = link.isUp();
    link.end();
    ZigbeeRadio radio = current.radio;
    if (radio != null) {
      CompletableFuture<Void> closed = new CompletableFuture<>();
      CompletableFuture.runAsync(radio::close, slow)
          .whenComplete((done, failure) -> closed.complete(null));
      thread.schedule(CLOSE_LIMIT, () -> closed.complete(null));
      closing = closed;
    }
    if (wasUp) {
      watcher.down();
    }
  }
}
