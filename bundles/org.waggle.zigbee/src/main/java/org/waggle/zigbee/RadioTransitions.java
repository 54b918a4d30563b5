package org.waggle.zigbee;

import static org.waggle.zigbee.api.NetworkStatus.State.BACKING_OFF;
import static org.waggle.zigbee.api.NetworkStatus.State.CLOSED;
import static org.waggle.zigbee.api.NetworkStatus.State.CONFLICT;
import static org.waggle.zigbee.api.NetworkStatus.State.FIRMWARE_UNSUPPORTED;
import static org.waggle.zigbee.api.NetworkStatus.State.FORMING;
import static org.waggle.zigbee.api.NetworkStatus.State.NO_ADAPTER;
import static org.waggle.zigbee.api.NetworkStatus.State.ONLINE;
import static org.waggle.zigbee.api.NetworkStatus.State.OPENING;
import static org.waggle.zigbee.api.NetworkStatus.State.PROBING;
import static org.waggle.zigbee.api.NetworkStatus.State.RESTORING;
import static org.waggle.zigbee.api.NetworkStatus.State.RESUMING;
import static org.waggle.zigbee.api.NetworkStatus.State.UNCONFIGURED;
import static org.waggle.zigbee.api.NetworkStatus.State.WAITING_FOR_PORT;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.waggle.zigbee.api.NetworkStatus.State;

/**
 * What becomes of a radio when something happens: all transitions there are. Whatever is not here
 * cannot happen.
 */
final class RadioTransitions {

  /** What happens. */
  enum Event {
    /** The configuration cannot be used. */
    MISCONFIGURED,
    /** An attempt begins: its time has come, or ports or bundles changed. */
    SEARCH,
    /** Port, adapter and line are known. */
    LOCATED,
    /** The port is not there, or it is not clear which one it is. */
    PORT_MISSING,
    /** No bundle for the adapter is running. */
    ADAPTER_MISSING,
    /** The coordinator answers. */
    OPENED,
    /** The coordinator answers, but its firmware does not suit. */
    FIRMWARE_REFUSED,
    /** The coordinator is on another network. */
    NETWORK_FOREIGN,
    /** The network is to be formed. */
    NETWORK_MISSING,
    /** The network is to be taken over from a backup. */
    BACKUP_FOUND,
    /** The coordinator is on the network. */
    UP,
    /** The radio failed, or did not answer. */
    FAILED,
    /** The network ends. */
    CLOSE
  }

  private static final Map<State, Map<Event, State>> TABLE = new EnumMap<>(State.class);

  static {
    in(CLOSED).on(Event.SEARCH, PROBING).on(Event.MISCONFIGURED, UNCONFIGURED);
    in(UNCONFIGURED);
    in(PROBING)
        .on(Event.LOCATED, OPENING)
        .on(Event.PORT_MISSING, WAITING_FOR_PORT)
        .on(Event.ADAPTER_MISSING, NO_ADAPTER)
        .on(Event.FAILED, BACKING_OFF);
    in(WAITING_FOR_PORT).on(Event.SEARCH, PROBING);
    in(NO_ADAPTER).on(Event.SEARCH, PROBING);
    in(OPENING)
        .on(Event.OPENED, RESUMING)
        .on(Event.FIRMWARE_REFUSED, FIRMWARE_UNSUPPORTED)
        .on(Event.FAILED, BACKING_OFF);
    in(RESUMING)
        .on(Event.UP, ONLINE)
        .on(Event.NETWORK_MISSING, FORMING)
        .on(Event.BACKUP_FOUND, RESTORING)
        .on(Event.NETWORK_FOREIGN, CONFLICT)
        .on(Event.FAILED, BACKING_OFF);
    in(RESTORING)
        .on(Event.UP, ONLINE)
        .on(Event.NETWORK_MISSING, FORMING)
        .on(Event.FAILED, BACKING_OFF);
    in(FORMING).on(Event.UP, ONLINE).on(Event.FAILED, BACKING_OFF);
    in(ONLINE).on(Event.FAILED, BACKING_OFF);
    in(BACKING_OFF).on(Event.SEARCH, PROBING);
    in(CONFLICT).on(Event.SEARCH, PROBING);
    in(FIRMWARE_UNSUPPORTED).on(Event.SEARCH, PROBING);
  }

  private RadioTransitions() {}

  /** The state after an event; empty if it cannot happen then. */
  static Optional<State> next(State state, Event event) {
    return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
  }

  private static Row in(State state) {
    return new Row(TABLE.computeIfAbsent(state, key -> new EnumMap<>(Event.class)))
        .on(Event.CLOSE, CLOSED);
  }

  private record Row(Map<Event, State> row) {

    Row on(Event event, State next) {
      row.put(event, next);
      return this;
    }
  }
}
