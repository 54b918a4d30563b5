package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioSettings;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;
import org.waggle.zigbee.api.Subscription;

class StartTest {

  private static final NetworkParameters CONFIGURED =
      new NetworkParameters(0x1a62, 0xddddddddddddddddL, 11);

  @TempDir private Path directory;

  private static Settings with(
      String port, OptionalInt panId, Optional<Octets> key, boolean reform) {
    return new Settings(
        "ember",
        RadioSettings.on(port),
        11,
        panId,
        OptionalLong.of(0xddddddddddddddddL),
        key,
        16,
        reform,
        Optional.empty());
  }

  @Test
  void formsTheConfiguredNetworkOnACoordinatorWithoutOne() {
    Bench bench = new Bench().start();

    assertThat(bench.stick.calls).containsSequence("open", "resume", "form");
    assertThat(bench.stick.remembered).contains(CONFIGURED);
    assertThat(bench.stick.networkKey).isEqualTo(Bench.KEY);
    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void tellsOfItsCoordinator() {
    Bench bench = new Bench().start();

    assertThat(bench.network.coordinator())
        .hasValueSatisfying(
            coordinator -> {
              assertThat(coordinator.ieeeAddress()).isEqualTo(FakeStick.ADDRESS);
              assertThat(coordinator.panId()).isEqualTo(0x1a62);
              assertThat(coordinator.endpoints())
                  .singleElement()
                  .satisfies(e -> assertThat(e.inputClusters()).containsExactly(0, 0x0A));
            });
  }

  @Test
  void resumesTheNetworkThatTheCoordinatorRemembers() {
    FakeStick stick = new FakeStick();
    stick.remembered = Optional.of(CONFIGURED);
    stick.networkKey = Bench.KEY;

    Bench bench = new Bench(stick, Bench.SETTINGS).start();

    assertThat(stick.calls).startsWith("open", "resume", "networkKey").doesNotContain("form");
    assertThat(bench.told.take()).containsExactly("status ONLINE");
  }

  @Test
  void neverFormsOverAnotherNetwork() {
    FakeStick stick = new FakeStick();
    stick.remembered = Optional.of(new NetworkParameters(0x1b63, 1, 15));
    stick.networkKey = Bench.KEY;

    Bench bench = new Bench(stick, Bench.SETTINGS).start();
    bench.advance(299);

    assertThat(stick.calls).containsExactly("open", "resume", "close");
    assertThat(bench.state()).isEqualTo(State.CONFLICT);
    assertThat(bench.network.status().reason())
        .contains("PAN id 7011", "channel 15", "PAN id 6754", "channel 11", "reform=true");
  }

  @Test
  void looksNowAndThenWhetherTheCoordinatorStillIsOnAnotherNetwork() {
    FakeStick stick = new FakeStick();
    stick.remembered = Optional.of(new NetworkParameters(0x1b63, 1, 15));
    stick.networkKey = Bench.KEY;
    Bench bench = new Bench(stick, Bench.SETTINGS).start();
    stick.remembered = Optional.of(CONFIGURED);

    bench.advance(300);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void takesAnotherNetworkKeyForAnotherNetwork() {
    FakeStick stick = new FakeStick();
    stick.remembered = Optional.of(CONFIGURED);
    stick.networkKey = Octets.ofHex("ffeeddccbbaa99887766554433221100");

    Bench bench = new Bench(stick, Bench.SETTINGS).start();

    assertThat(stick.calls).doesNotContain("form");
    assertThat(bench.state()).isEqualTo(State.CONFLICT);
    assertThat(bench.network.status().reason()).contains("network key");
  }

  @Test
  void movesItsNetworkToTheConfiguredChannel() {
    FakeStick stick = new FakeStick();
    stick.backsUp = true;
    stick.remembered = Optional.of(new NetworkParameters(0x1a62, 0xddddddddddddddddL, 25));
    stick.networkKey = Bench.KEY;

    Bench bench = new Bench(stick, Bench.SETTINGS).start();

    assertThat(stick.takeSent()).hasSize(1).first().asString().contains("MgmtNwkUpdateRequest");
    assertThat(bench.state()).isEqualTo(State.RESUMING);
    bench.advance(9);
    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(stick.calls).contains("changeChannel 11").doesNotContain("form", "restore");
  }

  @Test
  void takesAnotherChannelForAnotherNetworkWhereTheRadioCannotMove() {
    FakeStick stick = new FakeStick();
    stick.remembered = Optional.of(new NetworkParameters(0x1a62, 0xddddddddddddddddL, 25));
    stick.networkKey = Bench.KEY;

    Bench bench = new Bench(stick, Bench.SETTINGS).start();

    assertThat(bench.state()).isEqualTo(State.CONFLICT);
    assertThat(stick.calls).doesNotContain("form");
  }

  @Test
  void formsOverAnotherNetworkWhenToldTo() {
    FakeStick stick = new FakeStick();
    stick.remembered = Optional.of(new NetworkParameters(0x1b63, 1, 15));
    stick.networkKey = Bench.KEY;

    Bench bench =
        new Bench(
                stick, with("tcp://stick:1", OptionalInt.of(0x1a62), Optional.of(Bench.KEY), true))
            .start();

    assertThat(stick.remembered).contains(CONFIGURED);
    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void remembersWhatItGenerated() {
    FakeStick stick = new FakeStick();
    Settings generated = with("tcp://stick:1", OptionalInt.empty(), Optional.empty(), false);

    new Bench(directory, stick, generated).start();
    Octets key = stick.networkKey;
    NetworkParameters parameters = stick.remembered.orElseThrow();
    Bench again = new Bench(directory, stick, generated).start();

    assertThat(again.state()).isEqualTo(State.ONLINE);
    assertThat(key.size()).isEqualTo(16);
    assertThat(key).isNotEqualTo(Bench.KEY);
    assertThat(stick.remembered).contains(parameters);
    assertThat(stick.networkKey).isEqualTo(key);
  }

  @Test
  void saysWhatToConfigureWhenThereIsNoPort() {
    Bench bench =
        new Bench(new FakeStick(), with("", OptionalInt.of(1), Optional.of(Bench.KEY), false))
            .start();

    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(bench.network.status().reason()).contains("set port in org.waggle.zigbee~home");
    assertThat(bench.stick.radios).isZero();
  }

  @Test
  void saysWhatIsWrongWithItsConfiguration() {
    Bench bench =
        new Bench(new FakeStick(), Settings.unusable("channel is 9, not 11 to 26")).start();

    assertThat(bench.state()).isEqualTo(State.UNCONFIGURED);
    assertThat(bench.network.status().reason()).isEqualTo("channel is 9, not 11 to 26");
  }

  @Test
  void retriesForEverWithGrowingPauses() {
    FakeStick stick = new FakeStick();
    stick.fault = Optional.of(new RadioException(Reason.PORT_UNAVAILABLE, "no such device"));
    Bench bench = new Bench(stick, Bench.SETTINGS).start();
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);
    assertThat(bench.network.status().reason()).isEqualTo("tcp://stick:6638: no such device");

    int[] attempts = new int[8];
    int[] pauses = {1, 2, 4, 8, 16, 30, 30, 30};
    for (int i = 0; i < pauses.length; i++) {
      bench.advance(pauses[i]);
      attempts[i] = stick.radios;
    }

    assertThat(attempts).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(bench.told.take()).containsOnly("status BACKING_OFF").hasSize(9);

    stick.fault = Optional.empty();
    bench.advance(30);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void retriesQuicklyAgainAfterItWasOnline() {
    FakeStick stick = new FakeStick();
    stick.fault = Optional.of(new RadioException(Reason.PORT_UNAVAILABLE, "no such device"));
    Bench bench = new Bench(stick, Bench.SETTINGS).start();
    bench.advance(100);
    stick.fault = Optional.empty();
    bench.advance(30);

    stick.down();
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void comesBackWithANewRadioAfterTheOldOneWentDown() {
    Bench bench = new Bench().start();
    bench.told.take();

    bench.stick.down();
    bench.time.settle();

    assertThat(bench.told.take()).containsExactly("status BACKING_OFF");
    assertThat(bench.stick.calls).endsWith("close");

    bench.advance(1);

    assertThat(bench.told.take()).containsExactly("status ONLINE");
    assertThat(bench.stick.radios).isEqualTo(2);
  }

  @Test
  void givesUpARadioThatNeverStarts() {
    FakeStick stick = new FakeStick();
    Bench bench = new Bench(stick, Bench.SETTINGS);
    stick.silentOpen = true;
    bench.start();

    bench.advance(60);

    assertThat(stick.calls).contains("close");
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);

    stick.silentOpen = false;
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void waitsForTheBundleOfItsRadio() {
    Bench bench = new Bench();
    bench.providers.remove(bench.stick);
    bench.start();
    assertThat(bench.state()).isEqualTo(State.NO_ADAPTER);
    assertThat(bench.network.status().reason()).contains("ember");

    bench.providers.add(bench.stick, java.util.Map.of("adapter", new String[] {"zstack", "ember"}));
    bench.time.settle();

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void letsGoOfTheRadioWhenItsBundleStops() {
    Bench bench = new Bench().start();

    bench.providers.remove(bench.stick);
    bench.time.settle();

    assertThat(bench.stick.calls).endsWith("close");
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);

    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.NO_ADAPTER);
  }

  @Test
  void hearsNothingMoreOfARadioThatItGaveUp() {
    Bench bench = new Bench().start();
    RadioListener old = bench.stick.listener();
    bench.stick.down();
    bench.advance(1);
    bench.told.take();

    old.joined(new JoinIndication(Bench.address(1), 2, 0, JoinIndication.Kind.JOINED));
    old.down(new RadioException(Reason.LINK_LOST, "again"));
    bench.time.settle();

    assertThat(bench.network.nodes()).isEmpty();
    assertThat(bench.told.take()).isEmpty();
    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void tellsAListenerNothingAfterItsSubscriptionWasClosed() {
    Bench bench = new Bench();
    RecordedEvents second = new RecordedEvents();
    Subscription[] subscription = new Subscription[1];
    bench.network.listen(
        new NetworkListener() {
          @Override
          public void statusChanged(NetworkStatus status) {
            subscription[0].close();
          }
        });
    subscription[0] = bench.network.listen(second);

    bench.start();

    assertThat(second.take()).isEmpty();
  }

  @Test
  void keepsTheFaultOfAListenerFromTheOthers() {
    Bench bench = new Bench();
    bench.network.listen(
        new NetworkListener() {
          @Override
          public void statusChanged(NetworkStatus status) {
            throw new IllegalStateException("faulty");
          }
        });
    RecordedEvents second = new RecordedEvents();
    bench.network.listen(second);

    bench.start();

    assertThat(second.take()).containsExactly("status ONLINE");
  }
}
