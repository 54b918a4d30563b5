package org.waggle.zigbee.api;

/**
 * Whether a network's radio works.
 *
 * @param reason one sentence for users; empty when online
 */
public record NetworkStatus(State state, String reason) {

  public static final NetworkStatus ONLINE = new NetworkStatus(State.ONLINE, "");

  /** States of a network. */
  public enum State {
    /** The radio is being opened for the first time, or again. */
    STARTING,
    /** Messages flow. */
    ONLINE,
    /** The radio is not there; it is tried again for ever. */
    OFFLINE,
    /**
     * The coordinator is on another network than the one configured, and nothing is done about it
     * until the configuration says so.
     */
    CONFLICT
  }

  public boolean isOnline() {
    return state == State.ONLINE;
  }
}
