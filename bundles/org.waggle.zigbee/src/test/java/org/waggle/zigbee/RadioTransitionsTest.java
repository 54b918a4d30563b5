package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waggle.zigbee.RadioTransitions.Event;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;

class RadioTransitionsTest {

  private static final Set<State> WORKING =
      EnumSet.of(
          State.PROBING,
          State.OPENING,
          State.RESUMING,
          State.FORMING,
          State.RESTORING,
          State.ONLINE);

  @ParameterizedTest
  @CsvSource({
    "CLOSED, SEARCH, PROBING",
    "CLOSED, MISCONFIGURED, UNCONFIGURED",
    "PROBING, LOCATED, OPENING",
    "PROBING, PORT_MISSING, WAITING_FOR_PORT",
    "PROBING, ADAPTER_MISSING, NO_ADAPTER",
    "WAITING_FOR_PORT, SEARCH, PROBING",
    "NO_ADAPTER, SEARCH, PROBING",
    "OPENING, OPENED, RESUMING",
    "OPENING, FIRMWARE_REFUSED, FIRMWARE_UNSUPPORTED",
    "RESUMING, UP, ONLINE",
    "RESUMING, NETWORK_MISSING, FORMING",
    "RESUMING, BACKUP_FOUND, RESTORING",
    "RESUMING, NETWORK_FOREIGN, CONFLICT",
    "RESTORING, UP, ONLINE",
    "RESTORING, NETWORK_MISSING, FORMING",
    "FORMING, UP, ONLINE",
    "BACKING_OFF, SEARCH, PROBING",
    "CONFLICT, SEARCH, PROBING",
    "FIRMWARE_UNSUPPORTED, SEARCH, PROBING"
  })
  void leadsFromStateToState(State from, Event event, State to) {
    assertThat(RadioTransitions.next(from, event)).contains(to);
  }

  @ParameterizedTest
  @EnumSource
  void backsOffFromWhateverWorks(State state) {
    assertThat(RadioTransitions.next(state, Event.FAILED))
        .isEqualTo(WORKING.contains(state) ? Optional.of(State.BACKING_OFF) : Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void canBeClosedAtAnyTime(State state) {
    assertThat(RadioTransitions.next(state, Event.CLOSE)).contains(State.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNCONFIGURED")
  void neverGivesUp(State state) {
    assertThat(reachable(state)).contains(State.ONLINE);
  }

  @Test
  void reachesAllStates() {
    assertThat(reachable(State.CLOSED)).containsExactlyInAnyOrder(State.values());
  }

  @Test
  void refusesWhatCannotHappen() {
    VirtualTime time = new VirtualTime();
    RadioStatus status = new RadioStatus("home", new EventThread(time, time), next -> {});

    assertThatThrownBy(() -> status.fire(Event.UP)).isInstanceOf(IllegalStateException.class);
    assertThat(status.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void countsAttemptsUntilItIsOnline() {
    VirtualTime time = new VirtualTime();
    List<NetworkStatus> told = new ArrayList<>();
    RadioStatus status = new RadioStatus("home", new EventThread(time, time), told::add);
    status.at("/dev/ttyUSB0", "ember");
    Optional<Instant> next = Optional.of(time.instant().plusSeconds(1));

    status.fire(Event.SEARCH);
    status.fire(Event.FAILED, "unplugged", next);
    status.fire(Event.SEARCH);

    assertThat(told)
        .containsExactly(
            new NetworkStatus(
                State.PROBING, "", time.instant(), 1, Optional.empty(), "/dev/ttyUSB0", "ember"),
            new NetworkStatus(
                State.BACKING_OFF, "unplugged", time.instant(), 1, next, "/dev/ttyUSB0", "ember"),
            new NetworkStatus(
                State.PROBING, "", time.instant(), 2, Optional.empty(), "/dev/ttyUSB0", "ember"));
  }

  private static Set<State> reachable(State from) {
    Set<State> found = EnumSet.of(from);
    List<State> next = new ArrayList<>(found);
    while (!next.isEmpty()) {
      State state = next.remove(0);
      for (Event event : Event.values()) {
        RadioTransitions.next(state, event).filter(found::add).ifPresent(next::add);
      }
    }
    return found;
  }
}
