package org.waggle.zigbee;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zigbee.RadioTransitions.Event;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;

/**
 * The state a network's radio is in. It changes by {@link RadioTransitions} only; each change is
 * logged once and told. On the event thread only.
 */
final class RadioStatus {

  private static final Logger LOG = LoggerFactory.getLogger(RadioStatus.class);

  /** What it begins with. */
  static final NetworkStatus INITIAL =
      new NetworkStatus(State.CLOSED, "The network is not started yet");

  /** A human must act. */
  private static final Set<State> ERRORS =
      EnumSet.of(State.UNCONFIGURED, State.CONFLICT, State.FIRMWARE_UNSUPPORTED);

  private static final Set<State> WARNINGS =
      EnumSet.of(State.NO_ADAPTER, State.WAITING_FOR_PORT, State.BACKING_OFF);

  private static final Set<State> NEWS =
      EnumSet.of(State.FORMING, State.RESTORING, State.ONLINE, State.CLOSED);

  private final String name;
  private final EventThread thread;
  private final Consumer<NetworkStatus> told;

  private NetworkStatus now = INITIAL;
  private String complaint = "";
  private int attempt;
  private String port = "";
  private String adapter = "";

  /**
   * @param told hears of each change
   */
  RadioStatus(String name, EventThread thread, Consumer<NetworkStatus> told) {
    this.name = name;
    this.thread = thread;
    this.told = told;
  }

  State state() {
    return now.state();
  }

  /** Where the next states happen. */
  void at(String newPort, String newAdapter) {
    port = newPort;
    adapter = newAdapter;
  }

  void fire(Event event) {
    fire(event, "", Optional.empty());
  }

  void fire(Event event, String reason) {
    fire(event, reason, Optional.empty());
  }

  /**
   * Something happened.
   *
   * @param nextAttempt when the next attempt begins, if time decides it
   */
  void fire(Event event, String reason, Optional<Instant> nextAttempt) {
    State next =
        RadioTransitions.next(now.state(), event)
            .orElseThrow(() -> new IllegalStateException(event + " while " + now.state()));
    if (event == Event.SEARCH) {
      attempt++;
    } else if (event == Event.UP) {
      attempt = 0;
    }
    now = new NetworkStatus(next, reason, thread.now(), attempt, nextAttempt, port, adapter);
    log();
    told.accept(now);
  }

  private void log() {
    boolean isNew = !now.reason().equals(complaint);
    State state = now.state();
    if (ERRORS.contains(state) && isNew) {
      LOG.error("{} is {}: {}", name, state, now.reason());
    } else if (WARNINGS.contains(state) && isNew) {
      LOG.warn("{} is {}: {}", name, state, now.reason());
    } else if (NEWS.contains(state)) {
      LOG.info("{} is {} at {} ({})", name, state, port, adapter);
    } else {
      LOG.debug("{} is {} at {}, attempt {}: {}", name, state, port, attempt, now.reason());
    }
    if (state == State.ONLINE) {
      complaint = "";
    } else if (ERRORS.contains(state) || WARNINGS.contains(state)) {
      complaint = now.reason(); // told again only when it is another
    }
  }
}
