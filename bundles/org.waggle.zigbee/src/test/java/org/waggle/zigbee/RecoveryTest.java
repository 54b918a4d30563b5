package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.zcl.Direction;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZigbeeException;

/** A radio is lost in all ways, and found again. */
class RecoveryTest {

  private static final String USB0 = "/dev/test/ttyUSB0";
  private static final String USB1 = "/dev/test/ttyUSB1";

  private final FakeStick stick = new FakeStick();
  private final FakePorts ports = new FakePorts();
  private final PortClaims claims = new PortClaims();

  private Bench bench(String port, String adapter) {
    return bench("home", port, adapter);
  }

  private Bench bench(String name, String port, String adapter) {
    return new Bench(
        name, stick, settings(port, adapter), time -> new MemoryStore(), claims, ports);
  }

  private static Settings settings(String port, String adapter) {
    return new Settings(
        adapter,
        RadioSettings.on(port),
        11,
        Bench.SETTINGS.panId(),
        Bench.SETTINGS.extendedPanId(),
        Bench.SETTINGS.networkKey(),
        16,
        false,
        Optional.empty());
  }

  @Test
  void passesThroughAllStatesOfAStart() {
    Bench bench = bench("tcp://stick:1", "ember").start();

    assertThat(bench.told.takeStates())
        .containsExactly(State.PROBING, State.OPENING, State.RESUMING, State.FORMING, State.ONLINE);
  }

  @Test
  void tellsWhenTheNextAttemptComes() {
    stick.fault = Optional.of(new RadioException(Reason.PORT_UNAVAILABLE, "refused"));
    Bench bench = bench("tcp://stick:1", "ember").start();

    NetworkStatus status = bench.network.status();

    assertThat(status.state()).isEqualTo(State.BACKING_OFF);
    assertThat(status.attempt()).isEqualTo(1);
    assertThat(status.since()).isEqualTo(bench.time.instant());
    assertThat(status.nextAttempt()).contains(bench.time.instant().plusSeconds(1));
    assertThat(status.port()).isEqualTo("tcp://stick:1");
    assertThat(status.adapter()).isEqualTo("ember");
  }

  @Test
  void failsRequestsAtOnceWithTheReasonWhileTheRadioIsAway() {
    Bench bench = Bench.online();
    FakeNode bulb = bench.joinedBulb();
    FakeNode sensor = bench.joinedSensor();
    bench.stick.fault = Optional.of(new RadioException(Reason.PORT_UNAVAILABLE, "refused"));
    bench.stick.down();
    bench.time.settle();

    for (FakeNode node : List.of(bulb, sensor)) {
      ZigbeeException failure = bench.failure(bench.network.send(read(node)));

      assertThat(failure.reason()).isEqualTo(ZigbeeException.Reason.OFFLINE);
      assertThat(failure).hasMessage("The radio is not there: tcp://stick:6638: unplugged");
    }
  }

  private static ZclRequest read(FakeNode node) {
    return new ZclRequest(
        Bench.at(node),
        6,
        OptionalInt.empty(),
        Direction.CLIENT_TO_SERVER,
        new ReadAttributes(List.of(0)),
        1,
        true,
        OptionalInt.empty(),
        ZclRequest.DEFAULT_TIMEOUT,
        new Patience(Duration.ofHours(1), Optional.empty()));
  }

  @Test
  void waitsForAStickThatIsUnpluggedAndFindsItUnderAnotherName() {
    ports.plug(FakePorts.stick(USB0, "A"));
    Bench bench = bench(USB0, "ember").start();
    assertThat(bench.state()).isEqualTo(State.ONLINE);
    ports.pull(USB0);
    bench.stick.down();
    bench.advance(1);
    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(bench.network.status().reason())
        .isEqualTo(USB0 + " is not there; plug the stick in");
    bench.advance(600);
    assertThat(stick.radios).isEqualTo(1);

    ports.plug(FakePorts.stick(USB1, "A"));
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(bench.network.status().port()).isEqualTo(USB1);
    assertThat(stick.settings.get(1).port()).isEqualTo(USB1);
  }

  @Test
  void followsItsStickWhenSticksChangePlaces() {
    ports.plug(FakePorts.stick(USB0, "A"));
    Bench bench = bench(USB0, "ember").start();
    ports.pull(USB0);
    ports.plug(FakePorts.stick(USB0, "B"));
    ports.plug(FakePorts.stick(USB1, "A"));

    bench.stick.down();
    bench.advance(1);

    assertThat(bench.network.status().port()).isEqualTo(USB1);
  }

  @Test
  void takesAnotherStickAtTheConfiguredPortForAReplacement() {
    ports.plug(FakePorts.stick(USB0, "A"));
    Bench bench = bench(USB0, "ember").start();
    ports.pull(USB0);
    ports.plug(FakePorts.stick(USB0, "B"));

    bench.stick.down();
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void refusesFirmwareAndLooksAgainWhenTheStickChanges() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.fault = Optional.of(new RadioException(Reason.FIRMWARE_UNSUPPORTED, "too old"));
    Bench bench = bench(USB0, "ember").start();
    assertThat(bench.state()).isEqualTo(State.FIRMWARE_UNSUPPORTED);
    assertThat(bench.network.status().reason()).isEqualTo("too old");
    bench.advance(200);
    assertThat(stick.radios).isEqualTo(1);

    stick.fault = Optional.empty();
    ports.pull(USB0);
    bench.advance(1);
    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);
    ports.plug(FakePorts.stick(USB0, "B"));
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void looksAgainAtOnceWhenAStickWithAnotherNetworkIsReplaced() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.remembered = Optional.of(new NetworkParameters(0x1b63, 1, 15));
    stick.networkKey = Bench.KEY;
    Bench bench = bench(USB0, "ember").start();
    assertThat(bench.state()).isEqualTo(State.CONFLICT);
    stick.remembered = Optional.empty();

    ports.pull(USB0);
    ports.plug(FakePorts.stick(USB0, "B"));
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void doesNotWaitForEverForARadioThatDoesNotClose() {
    Bench bench = Bench.online();
    bench.slowThreadHangs = true;
    bench.stick.down();
    bench.advance(9);
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);

    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void survivesARadioThatThrowsWhateverItIsAsked() {
    Bench bench = new Bench();
    bench.stick.throwing = true;
    bench.start();
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);
    assertThat(bench.network.status().reason()).contains("thrown");

    bench.stick.throwing = false;
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    bench.stick.throwing = true;
    assertThat(bench.failure(bench.network.permitJoin(Duration.ofSeconds(9), Optional.empty())))
        .hasMessageContaining("thrown");
  }

  @Test
  void prefersTheProviderOfHigherRanking() {
    FakeStick better = new FakeStick();
    Bench bench = new Bench();
    bench.providers.add(better, Map.of("adapter", "ember", "service.ranking", 100));

    bench.start();

    assertThat(better.radios).isEqualTo(1);
    assertThat(bench.stick.radios).isZero();
  }

  @Test
  void givesTheProperRadioAMomentBeforeItUsesOneThatStandsIn() {
    Bench bench = new Bench();
    bench.providers.remove(bench.stick);
    FakeStick standIn = new FakeStick();
    bench.providers.add(
        standIn, Map.of("adapter", new String[] {"old-ember", "ember"}, "service.ranking", -100));
    bench.start();
    assertThat(bench.state()).isEqualTo(State.NO_ADAPTER);

    bench.providers.add(bench.stick, Map.of("adapter", "ember", "service.ranking", 100));
    bench.time.settle();

    assertThat(bench.stick.radios).isEqualTo(1);
    assertThat(standIn.radios).isZero();
  }

  @Test
  void usesARadioThatStandsInWhenNothingBetterComes() {
    Bench bench = new Bench();
    bench.providers.remove(bench.stick);
    FakeStick standIn = new FakeStick();
    bench.providers.add(
        standIn, Map.of("adapter", new String[] {"old-ember", "ember"}, "service.ranking", -100));
    bench.start();

    bench.advance(2);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(standIn.radios).isEqualTo(1);
  }

  @Test
  void isClosedForGood() {
    Bench bench = Bench.online();
    bench.told.takeStates();

    bench.done(bench.parts.stop());
    bench.stick.down();
    bench.advance(600);

    assertThat(bench.told.takeStates()).containsExactly(State.CLOSED);
    assertThat(bench.stick.radios).isEqualTo(1);
  }
}
