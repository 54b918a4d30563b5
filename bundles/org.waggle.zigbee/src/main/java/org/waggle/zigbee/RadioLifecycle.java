package org.waggle.zigbee;

import java.time.Duration;
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
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;

/**
 * Keeps a radio in use: opens it, brings it onto the network, and, when it is lost, opens a new
 * one, for ever. All on the event thread.
 */
final class RadioLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RadioLifecycle.class);

  /** What it begins with. */
  static final NetworkStatus STARTING =
      new NetworkStatus(State.STARTING, "The radio is being opened");

  /** A radio that does not even fail is given up after this. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** Hears how the radio is. */
  interface Watcher {

    /**
     * The coordinator is on the network; messages flow.
     *
     * @return completes when all may know
     */
    CompletionStage<Void> up(NetworkStart.Outcome.Up network);

    /** Messages flow no longer. */
    void down();

    void statusChanged(NetworkStatus status);
  }

  /** A radio that is in use or on its way to be; the same only as itself. */
  private static final class Attempt {

    private final ZigbeeRadioProvider provider;
    private final ZigbeeRadio radio;
    private final RadioEvents events;

    Attempt(ZigbeeRadioProvider provider, ZigbeeRadio radio, RadioEvents events) {
      this.provider = provider;
      this.radio = radio;
      this.events = events;
    }
  }

  private final String name;
  private final Settings settings;
  private final NetworkIdentity identity;
  private final RadioProviders providers;
  private final EventThread thread;
  private final Executor closer;
  private final RadioLink link;
  private final RadioEvents.Receiver receiver;
  private final Watcher watcher;

  private final Backoff backoff = new Backoff();
  private @Nullable Attempt attempt;
  private boolean retrying;
  private boolean settled;
  private NetworkStatus status = STARTING;

  /**
   * @param closer where radios are closed, which may take a moment
   */
  RadioLifecycle(
      String name,
      Settings settings,
      NetworkIdentity identity,
      RadioProviders providers,
      EventThread thread,
      Executor closer,
      RadioLink link,
      RadioEvents.Receiver receiver,
      Watcher watcher) {
    this.name = name;
    this.settings = settings;
    this.identity = identity;
    this.providers = providers;
    this.thread = thread;
    this.closer = closer;
    this.link = link;
    this.receiver = receiver;
    this.watcher = watcher;
  }

  void start() {
    providers.onChange(() -> thread.execute(this::providersChanged));
    open();
  }

  /** Gives the radio up for good; completes when it is closed. */
  CompletionStage<Void> stop() {
    settled = true;
    return release();
  }

  private void providersChanged() {
    Attempt current = attempt;
    if (current != null && !providers.has(current.provider)) {
      lost(new RadioException(Reason.CLOSED, "The bundle of the radio stopped"));
    } else if (current == null && !retrying) {
      open();
    }
  }

  private void open() {
    if (settled || attempt != null) {
      return;
    }
    if (settings.obstacle().isPresent()) {
      settled = true;
      offline(settings.obstacle().get());
      return;
    }
    if (settings.radio().port().isEmpty()) {
      settled = true;
      offline(
          "No port is configured: set port in org.waggle.zigbee~"
              + name
              + ", for example to /dev/ttyUSB0 or tcp://host:6638");
      return;
    }
    Optional<ZigbeeRadioProvider> provider = providers.find(settings.adapter());
    if (provider.isEmpty()) {
      offline("No bundle for the adapter \"" + settings.adapter() + "\" is running");
      return;
    }
    RadioEvents events = new RadioEvents(thread, receiver, this::lost);
    ZigbeeRadio radio;
    try {
      radio = provider.get().create(settings.radio(), events);
    } catch (RuntimeException e) { // a radio bundle's fault must not end the attempts
      LOG.error("The radio {} cannot be made", settings.radio().port(), e);
      retry("The radio cannot be made: " + Failures.text(e));
      return;
    }
    Attempt mine = new Attempt(provider.get(), radio, events);
    attempt = mine;
    thread.schedule(START_LIMIT, () -> givenUp(mine));
    thread
        .call(() -> thread.bring(identity.resolve(settings)))
        .thenCompose(wanted -> new NetworkStart(name, thread, wanted, settings.reform()).run(radio))
        .whenComplete((outcome, failure) -> started(mine, outcome, failure));
  }

  private void started(
      Attempt mine, NetworkStart.@Nullable Outcome outcome, @Nullable Throwable failure) {
    if (attempt != mine) {
      return;
    }
    if (outcome instanceof NetworkStart.Outcome.Up network) {
      backoff.reset();
      link.use(mine.radio);
      LOG.info("{} is up on {}", name, settings.radio().port());
      watcher.up(network).whenComplete((ready, ignored) -> online(mine));
    } else if (outcome instanceof NetworkStart.Outcome.Conflict conflict) {
      settled = true;
      release();
      LOG.error("{} stays offline. {}", name, conflict.reason());
      change(new NetworkStatus(State.CONFLICT, conflict.reason()));
    } else {
      lost(failure != null ? failure : new IllegalStateException("no outcome"));
    }
  }

  private void online(Attempt mine) {
    if (attempt == mine) {
      change(NetworkStatus.ONLINE);
    }
  }

  private void givenUp(Attempt mine) {
    if (attempt == mine && !link.isUp()) {
      lost(new RadioException(Reason.NO_COORDINATOR, "The coordinator does not start"));
    }
  }

  private void lost(Throwable failure) {
    String reason = settings.radio().port() + ": " + Failures.text(failure);
    release().whenComplete((closed, ignored) -> thread.execute(() -> retry(reason)));
    retrying = true;
    offline(reason);
  }

  private void retry(String reason) {
    retrying = true;
    offline(reason);
    thread.schedule(
        backoff.next(),
        () -> {
          retrying = false;
          open();
        });
  }

  private CompletionStage<Void> release() {
    Attempt current = attempt;
    attempt = null;
    if (current == null) {
      return CompletableFuture.completedStage(null);
    }
    current.events.end();
    if (link.isUp()) {
      link.use(null);
      watcher.down();
    }
    return CompletableFuture.runAsync(current.radio::close, closer);
  }

  private void offline(String reason) {
    change(new NetworkStatus(State.OFFLINE, reason));
  }

  private void change(NetworkStatus next) {
    if (!next.equals(status)) {
      status = next;
      if (next.state() == State.OFFLINE) {
        LOG.warn("{} is offline: {}", name, next.reason());
      }
      watcher.statusChanged(next);
    }
  }
}
