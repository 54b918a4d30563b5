package org.waggle.zigbee.api;

import java.time.Instant;
import java.util.Optional;

/**
 * How a network's radio is.
 *
 * @param reason one sentence for users; empty while all is well
 * @param since when the state was entered
 * @param attempt the number of the attempt to bring the radio up, from 1; 0 before the first and
 *     when online
 * @param nextAttempt when the next attempt begins, as far as time decides it
 * @param port where the coordinator is, or is looked for; empty if that is not known
 * @param adapter the coordinator's family; empty if that is not known
 */
public record NetworkStatus(
    State state,
    String reason,
    Instant since,
    int attempt,
    Optional<Instant> nextAttempt,
    String port,
    String adapter) {

  /** A radio that works, and nothing more said of it. */
  public static final NetworkStatus ONLINE = new NetworkStatus(State.ONLINE, "");

  /**
   * States of a network's radio. All but {@link #UNCONFIGURED} and {@link #CLOSED} end by
   * themselves: the radio is tried again for ever.
   */
  public enum State {
    /** Not started yet, or closed for good. */
    CLOSED,
    /** The configuration cannot be used. */
    UNCONFIGURED,
    /** No bundle for the adapter is running. */
    NO_ADAPTER,
    /** The port is not there, or it is not clear which one it is. Looked for all the time. */
    WAITING_FOR_PORT,
    /** It is being found out at which port the coordinator is and how to talk to it. */
    PROBING,
    /** The port is being opened, the coordinator reset, a protocol agreed on. */
    OPENING,
    /** The coordinator takes up the network that it remembers. */
    RESUMING,
    /** The coordinator starts the network. */
    FORMING,
    /** The coordinator takes the network over from a backup. */
    RESTORING,
    /** Messages flow. */
    ONLINE,
    /** The radio failed; the next attempt comes soon. */
    BACKING_OFF,
    /**
     * The coordinator is on another network than the one configured. Nothing is done about it until
     * the configuration says so; it is looked again now and then, and when sticks change.
     */
    CONFLICT,
    /**
     * The coordinator's firmware is too old or too new. It is looked again now and then, and when
     * sticks change.
     */
    FIRMWARE_UNSUPPORTED
  }

  /** A status of which nothing more is known. */
  public NetworkStatus(State state, String reason) {
    this(state, reason, Instant.EPOCH, 0, Optional.empty(), "", "");
  }

  public boolean isOnline() {
    return state == State.ONLINE;
  }
}
