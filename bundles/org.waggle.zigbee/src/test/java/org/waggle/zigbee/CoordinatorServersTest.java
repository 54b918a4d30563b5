package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.DefaultResponse;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReadAttributesResponse.Result;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;

class CoordinatorServersTest {

  private static final ReportAttributes REPORT =
      new ReportAttributes(List.of(new AttributeValue(0, ZclValue.bool(true))));

  private Bench bench;
  private FakeNode bulb;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bulb = bench.joinedBulb();
  }

  private static ZclFrame frame(Direction direction, boolean quiet, ZclCommand command) {
    return ZclFrame.of(OptionalInt.empty(), direction, quiet, 42, command);
  }

  private ZclFrame onlySent() {
    bench.time.settle();
    assertThat(bench.stick.sent).hasSize(1);
    return SentFrames.zcl(bench.stick.sent.get(0));
  }

  @Test
  void tellsTheTime() {
    bench.stick.says(
        bulb,
        0x000A,
        frame(Direction.CLIENT_TO_SERVER, false, new ReadAttributes(List.of(0, 1, 0x4444))));

    ZclFrame answer = onlySent();
    assertThat(answer.header().sequence()).isEqualTo(42);
    assertThat(answer.header().direction()).isEqualTo(Direction.SERVER_TO_CLIENT);
    assertThat(answer.command())
        .isEqualTo(
            new ReadAttributesResponse(
                List.of(
                    // 2026-01-01T12:00:00Z
                    Result.of(0, ZclValue.utcTime(820_584_000L)),
                    Result.of(1, ZclValue.bitmap8(0x0D)),
                    Result.failed(0x4444, ZclStatus.UNSUPPORTED_ATTRIBUTE))));
  }

  @Test
  void answersReadsOfItsBasicClusterWithTheDefaults() {
    bench.stick.says(
        bulb,
        0,
        frame(Direction.CLIENT_TO_SERVER, false, new ReadAttributes(List.of(0, 4, 0x7777))));

    assertThat(onlySent().command())
        .isEqualTo(
            new ReadAttributesResponse(
                List.of(
                    Result.of(0, ZclValue.uint8(8)),
                    Result.of(4, ZclValue.text("")),
                    Result.failed(0x7777, ZclStatus.UNSUPPORTED_ATTRIBUTE))));
  }

  @Test
  void hasNoAttributesOfOtherClusters() {
    bench.stick.says(
        bulb, 6, frame(Direction.CLIENT_TO_SERVER, false, new ReadAttributes(List.of(0))));

    assertThat(onlySent().command())
        .isEqualTo(
            new ReadAttributesResponse(List.of(Result.failed(0, ZclStatus.UNSUPPORTED_ATTRIBUTE))));
  }

  @Test
  void sendsTheDefaultResponseThatIsAskedFor() {
    bench.stick.says(bulb, 6, frame(Direction.SERVER_TO_CLIENT, false, REPORT));

    ZclFrame answer = onlySent();
    assertThat(answer.command()).isEqualTo(new DefaultResponse(0x0A, ZclStatus.SUCCESS));
    assertThat(answer.header().sequence()).isEqualTo(42);
    assertThat(answer.header().direction()).isEqualTo(Direction.CLIENT_TO_SERVER);
    assertThat(answer.header().disableDefaultResponse()).isTrue();
    assertThat(bench.stick.sent.get(0).acknowledged()).isFalse();
  }

  @Test
  void sendsNoDefaultResponseThatIsNotAskedFor() {
    bench.stick.says(bulb, 6, frame(Direction.SERVER_TO_CLIENT, true, REPORT));
    bench.time.settle();

    assertThat(bench.stick.sent).isEmpty();
  }

  @Test
  void answersNoDefaultResponse() {
    bench.stick.says(
        bulb,
        6,
        frame(Direction.SERVER_TO_CLIENT, false, new DefaultResponse(1, ZclStatus.SUCCESS)));
    bench.time.settle();

    assertThat(bench.stick.sent).isEmpty();
  }

  @Test
  void answersNoMulticastAndNoBroadcast() {
    Octets payload = frame(Direction.SERVER_TO_CLIENT, false, REPORT).encode();

    bench.stick.receive(bulb.networkAddress, Delivery.MULTICAST, OptionalInt.of(3), 6, payload);
    bench.stick.receive(bulb.networkAddress, Delivery.BROADCAST, OptionalInt.empty(), 6, payload);
    bench.time.settle();

    assertThat(bench.stick.sent).isEmpty();
  }

  @Test
  void answersARepeatedFrameOnce() {
    bench.stick.says(bulb, 6, frame(Direction.SERVER_TO_CLIENT, false, REPORT));
    bench.stick.says(bulb, 6, frame(Direction.SERVER_TO_CLIENT, false, REPORT));

    assertThat(onlySent().command()).isInstanceOf(DefaultResponse.class);
    assertThat(bench.told.messages).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void leavesCommandsThatHaveAResponseToOthers() {
    ClusterCommand queryNextImage = new ClusterCommand(0x01, Octets.ofHex("00 5f11 0100 01000000"));

    bench.stick.says(bulb, 0x19, frame(Direction.CLIENT_TO_SERVER, false, queryNextImage));
    bench.time.settle();

    assertThat(bench.stick.sent).isEmpty();
  }

  @Test
  void answersWhileARequestOfItsOwnIsPending() {
    bulb.ignores = frame -> true;
    bench.network.send(ZclRequest.to(Bench.at(bulb), 6, new ReadAttributes(List.of(0))));
    bench.time.settle();
    bench.stick.sent.clear();

    bench.stick.says(bulb, 6, frame(Direction.SERVER_TO_CLIENT, false, REPORT));

    assertThat(onlySent().command()).isInstanceOf(DefaultResponse.class);
  }

  @Test
  void enrolsAZoneThatAsks() {
    bench.stick.says(
        bulb,
        0x0500,
        frame(
            Direction.SERVER_TO_CLIENT, false, new ClusterCommand(0x01, Octets.of(0x0D, 0, 0, 0))));

    ZclFrame answer = onlySent();
    assertThat(answer.command()).isEqualTo(new ClusterCommand(0x00, Octets.of(0x00, 23)));
    assertThat(answer.header().sequence()).isEqualTo(42);
    assertThat(answer.header().direction()).isEqualTo(Direction.CLIENT_TO_SERVER);
  }

  @Test
  void letsANodeSleepOnWhenThereIsNothingForIt() {
    bench.stick.says(
        bulb,
        0x0020,
        frame(Direction.SERVER_TO_CLIENT, false, new ClusterCommand(0x00, Octets.EMPTY)));

    assertThat(onlySent().command())
        .isEqualTo(new ClusterCommand(0x00, Octets.of(0x00, 0x00, 0x00)));
  }

  @Test
  void keepsANodeAwakeAsLongAsThereIsSomethingForIt() {
    FakeNode sensor = bench.joinedSensor();
    sensor.asleep = true;
    CompletionStage<?> kept =
        bench.network.send(
            new ZclRequest(
                Bench.at(sensor),
                6,
                OptionalInt.empty(),
                Direction.CLIENT_TO_SERVER,
                new ReadAttributes(List.of(0)),
                1,
                true,
                OptionalInt.empty(),
                ZclRequest.DEFAULT_TIMEOUT,
                new Patience(Duration.ofHours(1), Optional.empty())));
    bench.advance(100);
    bench.stick.takeSent();
    sensor.asleep = false;

    bench.stick.says(
        sensor,
        0x0020,
        frame(Direction.SERVER_TO_CLIENT, false, new ClusterCommand(0x00, Octets.EMPTY)));
    bench.time.settle();

    assertThat(bench.stick.takeSent())
        .containsExactly(
            "2222/1 0020 ClusterCommand[id=0, payload=010000]",
            "2222/1 0006 ReadAttributes[attributeIds=[0]]",
            "2222/1 0020 ClusterCommand[id=1, payload=]");
    assertThat(kept.toCompletableFuture()).isCompleted();
  }
}
