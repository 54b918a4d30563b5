package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class SleepingNodesTest {

  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.online();
  }

  private static ZclRequest read(FakeNode node, int attribute) {
    return ZclRequest.to(Bench.at(node), 6, new ReadAttributes(List.of(attribute)));
  }

  private static ZclRequest with(ZclRequest request, boolean quiet, Patience patience) {
    return new ZclRequest(
        request.target(),
        request.clusterId(),
        request.manufacturerCode(),
        request.direction(),
        request.command(),
        request.sourceEndpoint(),
        quiet,
        request.replyTo(),
        request.timeout(),
        patience);
  }

  @Test
  void sendsAgainWhenASleepingNodeIsHeard() {
    FakeNode sensor = bench.joinedSensor();
    sensor.asleep = true;
    Patience hour = new Patience(Duration.ofHours(1), Optional.empty());
    CompletionStage<?> first = bench.network.send(with(read(sensor, 0), false, hour));
    CompletionStage<?> second = bench.network.send(with(read(sensor, 1), false, hour));
    bench.advance(600);
    assertThat(Bench.isDone(first)).isFalse();
    bench.stick.takeSent();

    sensor.asleep = false;
    bench.stick.says(
        sensor, 0x0402, 1, new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(1)))));
    bench.time.settle();

    assertThat(first.toCompletableFuture()).isCompleted();
    assertThat(second.toCompletableFuture()).isCompleted();
    assertThat(bench.stick.takeSent())
        .containsExactly(
            "2222/1 0006 ReadAttributes[attributeIds=[0]]",
            "2222/1 0006 ReadAttributes[attributeIds=[1]]");
  }

  @Test
  void losesPatienceWithASleepingNode() {
    FakeNode sensor = bench.joinedSensor();
    sensor.asleep = true;
    CompletionStage<?> sent =
        bench.network.send(
            with(read(sensor, 0), false, new Patience(Duration.ofMinutes(5), Optional.empty())));

    bench.advance(299);
    assertThat(Bench.isDone(sent)).isFalse();
    bench.advance(1);

    assertThat(bench.failure(sent).reason()).isEqualTo(Reason.NOT_DELIVERED);
  }

  @Test
  void hasPatienceForAnHourAtMost() {
    FakeNode sensor = bench.joinedSensor();
    sensor.asleep = true;
    CompletionStage<?> sent =
        bench.network.send(
            with(read(sensor, 0), false, new Patience(Duration.ofDays(5), Optional.empty())));

    bench.advance(3600);

    assertThat(bench.failure(sent).reason()).isEqualTo(Reason.NOT_DELIVERED);
  }

  @Test
  void sendsOnlyTheNewestValueToASleepingNode() {
    FakeNode sensor = bench.joinedSensor();
    sensor.asleep = true;
    Patience keyed = new Patience(Duration.ofHours(1), Optional.of("calibration"));
    CompletionStage<?> older = bench.network.send(with(read(sensor, 0), false, keyed));
    bench.time.settle();

    CompletionStage<?> newer = bench.network.send(with(read(sensor, 1), false, keyed));

    assertThat(bench.failure(older).reason()).isEqualTo(Reason.REPLACED);
    sensor.asleep = false;
    bench.stick.takeSent();
    bench.stick.announces(sensor);
    bench.time.settle();
    assertThat(bench.stick.takeSent())
        .containsExactly("2222/1 0006 ReadAttributes[attributeIds=[1]]");
    assertThat(newer.toCompletableFuture()).isCompleted();
  }

  @Test
  void sendsNothingToASleepingNodeThatWasReplacedBeforeItsTurn() {
    FakeNode sensor = bench.joinedSensor();
    sensor.ignores = frame -> true;
    Patience keyed = new Patience(Duration.ofHours(1), Optional.of("calibration"));
    bench.network.send(read(sensor, 9));
    CompletionStage<?> older = bench.network.send(with(read(sensor, 0), false, keyed));
    bench.network.send(with(read(sensor, 1), false, keyed));

    assertThat(bench.failure(older).reason()).isEqualTo(Reason.REPLACED);
    bench.advance(10);
    assertThat(bench.stick.takeSent())
        .containsExactly(
            "2222/1 0006 ReadAttributes[attributeIds=[9]]",
            "2222/1 0006 ReadAttributes[attributeIds=[1]]");
  }

  @Test
  void replacesAlsoWhatFailsWhileANewerOneWaits() {
    FakeNode sensor = bench.joinedSensor();
    sensor.ignores = frame -> true;
    Patience keyed = new Patience(Duration.ofHours(1), Optional.of("calibration"));
    CompletionStage<?> older = bench.network.send(with(read(sensor, 0), false, keyed));
    CompletionStage<?> newer = bench.network.send(with(read(sensor, 1), false, keyed));

    bench.advance(10);

    assertThat(bench.failure(older).reason()).isEqualTo(Reason.REPLACED);
    assertThat(Bench.isDone(newer)).isFalse();
  }

  @Test
  void keepsNothingForANodeThatDoesNotSleep() {
    FakeNode bulb = bench.joinedBulb();
    bulb.asleep = true;

    CompletionStage<?> sent =
        bench.network.send(
            with(read(bulb, 0), false, new Patience(Duration.ofHours(1), Optional.empty())));

    assertThat(bench.failure(sent).reason()).isEqualTo(Reason.NOT_DELIVERED);
  }

  @Test
  void keepsNothingWithoutPatience() {
    FakeNode sensor = bench.joinedSensor();
    sensor.asleep = true;

    assertThat(bench.failure(bench.network.send(read(sensor, 0))).reason())
        .isEqualTo(Reason.NOT_DELIVERED);
  }
}
