package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.JoinWindow;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class PermitTest {

  private static final Optional<IeeeAddress> ALL = Optional.empty();

  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bench.told.take();
    bench.stick.calls.clear();
  }

  @Test
  void opensTheCoordinatorAndAllRoutersAndGreenPower() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(200), ALL));

    assertThat(bench.stick.calls).containsExactly("permitJoin 200");
    assertThat(bench.stick.takeSent())
        .containsExactly(
            "all fffc MgmtPermitJoiningRequest[duration=200, trustCenterSignificance=true]",
            "all fffd/242 0021 ClusterCommand[id=2, payload=0bc800]");
    assertThat(bench.network.joinWindow())
        .contains(new JoinWindow(bench.time.instant().plusSeconds(200), ALL));
    assertThat(bench.told.take()).containsExactly("join window");
  }

  @Test
  void opensOneRouterOnly() {
    FakeNode bulb = bench.joinedBulb();

    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), Optional.of(bulb.ieeeAddress)));

    assertThat(bench.stick.calls).containsExactly("admitJoins 60");
    assertThat(bench.stick.takeSent())
        .containsExactly(
            "1111 MgmtPermitJoiningRequest[duration=60, trustCenterSignificance=true]",
            "1111/242 0021 ClusterCommand[id=2, payload=2b3c00]");
    assertThat(bench.network.joinWindow().orElseThrow().through()).contains(bulb.ieeeAddress);
  }

  @Test
  void opensTheCoordinatorOnly() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), Optional.of(FakeStick.ADDRESS)));

    assertThat(bench.stick.calls).containsExactly("permitJoin 60");
    assertThat(bench.stick.takeSent()).isEmpty();
  }

  @Test
  void closesEverything() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), ALL));
    bench.stick.takeSent();
    bench.stick.calls.clear();
    bench.told.take();

    bench.done(bench.network.permitJoin(Duration.ZERO, ALL));

    assertThat(bench.stick.calls).containsExactly("permitJoin 0");
    assertThat(bench.stick.takeSent())
        .containsExactly(
            "all fffd/242 0021 ClusterCommand[id=2, payload=0a0000]",
            "all fffc MgmtPermitJoiningRequest[duration=0, trustCenterSignificance=true]");
    assertThat(bench.network.joinWindow()).isEmpty();
    assertThat(bench.told.take()).containsExactly("join window");
  }

  @Test
  void endsByTime() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), ALL));
    bench.told.take();

    bench.advance(59);
    assertThat(bench.network.joinWindow()).isPresent();
    bench.advance(1);

    assertThat(bench.network.joinWindow()).isEmpty();
    assertThat(bench.told.take()).containsExactly("join window");
  }

  @Test
  void isExtendedByOpeningAgain() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), ALL));
    bench.advance(50);

    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), ALL));
    bench.advance(59);

    assertThat(bench.network.joinWindow()).isPresent();
  }

  @Test
  void refusesMoreThan254Seconds() {
    CompletionStage<Void> permitted = bench.network.permitJoin(Duration.ofSeconds(255), ALL);

    assertThat(bench.failure(permitted).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void refusesARouterThatIsNotThere() {
    CompletionStage<Void> permitted =
        bench.network.permitJoin(Duration.ofSeconds(60), Optional.of(Bench.address(0x123)));

    assertThat(bench.failure(permitted).reason()).isEqualTo(Reason.UNKNOWN_NODE);
    assertThat(bench.network.joinWindow()).isEmpty();
  }

  @Test
  void closesWhenTheRadioGoes() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), ALL));

    bench.stick.down();
    bench.time.settle();

    assertThat(bench.network.joinWindow()).isEmpty();
    assertThat(bench.failure(bench.network.permitJoin(Duration.ofSeconds(60), ALL)).reason())
        .isEqualTo(Reason.OFFLINE);
  }

  @Test
  void closesTheRoutersOnceTheRadioIsBack() {
    bench.done(bench.network.permitJoin(Duration.ofSeconds(60), ALL));
    bench.stick.down();
    bench.time.settle();
    bench.stick.takeSent();

    bench.advance(1);

    assertThat(bench.stick.takeSent())
        .contains("all fffc MgmtPermitJoiningRequest[duration=0, trustCenterSignificance=true]");
  }
}
