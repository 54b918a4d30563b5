package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsRequest;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.DefaultResponse;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.zdo.ActiveEndpointsRequest;
import org.waggle.zcl.zdo.ActiveEndpointsResponse;
import org.waggle.zcl.zdo.NwkAddrRequest;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class RequestsTest {

  private static final ClusterCommand ON = new ClusterCommand(0x01, Octets.EMPTY);
  private static final ReadAttributes PING = new ReadAttributes(List.of(0));

  private Bench bench;
  private FakeNode bulb;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bulb = bench.joinedBulb();
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

  private ApsRequest lastSent() {
    return bench.stick.sent.get(bench.stick.sent.size() - 1);
  }

  private int lastSequence() {
    return SentFrames.zcl(lastSent()).header().sequence();
  }

  @Test
  void completesWithTheAnswer() {
    bulb.attribute(1, 6, 0, ZclValue.bool(true));

    Optional<ZclMessage> answer = bench.done(bench.network.send(read(bulb, 0)));

    assertThat(answer.orElseThrow().frame().command())
        .isEqualTo(
            new ReadAttributesResponse(
                List.of(ReadAttributesResponse.Result.of(0, ZclValue.bool(true)))));
  }

  @Test
  void tellsListenersOfTheAnswerBeforeTheStageCompletes() {
    List<String> order = new ArrayList<>();
    bench.network.listen(
        new org.waggle.zigbee.api.NetworkListener() {
          @Override
          public void received(ZclMessage message) {
            order.add("listener");
          }
        });

    bench.network.send(read(bulb, 0)).thenRun(() -> order.add("stage"));
    bench.time.settle();

    assertThat(order).containsExactly("listener", "stage");
  }

  @Test
  void takesADefaultResponseOfSuccessForAnAnswer() {
    Optional<ZclMessage> answer =
        bench.done(bench.network.send(ZclRequest.to(Bench.at(bulb), 6, ON)));

    assertThat(answer.orElseThrow().frame().command())
        .isEqualTo(new DefaultResponse(1, ZclStatus.SUCCESS));
  }

  @Test
  void failsWithTheStatusOfADefaultResponse() {
    bulb.ignores = frame -> true;
    CompletionStage<?> sent = bench.network.send(ZclRequest.to(Bench.at(bulb), 6, ON));
    bench.time.settle();

    bench.stick.says(bulb, 6, lastSequence(), new DefaultResponse(1, ZclStatus.UNSUP_COMMAND));

    ZigbeeException failure = bench.failure(sent);
    assertThat(failure.reason()).isEqualTo(Reason.STATUS);
    assertThat(failure.status()).contains(ZclStatus.UNSUP_COMMAND);
  }

  @Test
  void isDoneWhenDeliveredIfNoAnswerIsWanted() {
    bulb.ignores = frame -> true;

    Optional<ZclMessage> answer =
        bench.done(
            bench.network.send(with(ZclRequest.to(Bench.at(bulb), 6, ON), true, Patience.NONE)));

    assertThat(answer).isEmpty();
    assertThat(lastSent().acknowledged()).isTrue();
  }

  @Test
  void waitsForTheResponseOfACommandThatHasOne() {
    bulb.ignores = frame -> true;
    ClusterCommand viewGroup = new ClusterCommand(0x01, Octets.of(1, 0));
    CompletionStage<Optional<ZclMessage>> sent =
        bench.network.send(with(ZclRequest.to(Bench.at(bulb), 4, viewGroup), true, Patience.NONE));
    bench.time.settle();
    assertThat(Bench.isDone(sent)).isFalse();

    bench.stick.says(bulb, 4, lastSequence(), new ClusterCommand(0x01, Octets.of(0, 1, 0, 0)));

    assertThat(bench.done(sent)).isPresent();
  }

  @Test
  void mistakesNothingElseForTheAnswer() {
    bulb.ignores = frame -> true;
    FakeNode sensor = bench.joinedSensor();
    CompletionStage<?> sent = bench.network.send(read(bulb, 0));
    bench.time.settle();
    int sequence = lastSequence();
    ReadAttributesResponse answer =
        new ReadAttributesResponse(
            List.of(ReadAttributesResponse.Result.of(0, ZclValue.bool(true))));

    bench.stick.says(bulb, 6, sequence + 1 & 0xFF, answer);
    bench.stick.says(bulb, 8, sequence, answer);
    bench.stick.says(sensor, 6, sequence, answer);
    bench.stick.says(
        bulb,
        6,
        sequence,
        new ReportAttributes(List.of(new AttributeValue(0, ZclValue.bool(true)))));
    bench.stick.says(
        bulb,
        6,
        ZclFrame.of(OptionalInt.empty(), Direction.CLIENT_TO_SERVER, true, sequence, answer));
    bench.time.settle();
    assertThat(Bench.isDone(sent)).isFalse();

    bench.stick.says(bulb, 6, sequence, answer);
    bench.time.settle();

    assertThat(Bench.isDone(sent)).isTrue();
  }

  @Test
  void failsAfterTheTimeout() {
    bulb.ignores = frame -> true;
    CompletionStage<?> sent = bench.network.send(read(bulb, 0));
    bench.time.settle();

    bench.advance(9);
    assertThat(Bench.isDone(sent)).isFalse();
    bench.advance(1);

    assertThat(bench.failure(sent).reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(bench.failure(sent)).hasMessageContaining("0x00000000000000b1");
  }

  @Test
  void tellsALateAnswerNevertheless() {
    bulb.ignores = frame -> true;
    CompletionStage<?> sent = bench.network.send(read(bulb, 0));
    bench.advance(10);
    int before = bench.told.messages.size();

    bench.stick.says(
        bulb,
        6,
        lastSequence(),
        new ReadAttributesResponse(
            List.of(ReadAttributesResponse.Result.of(0, ZclValue.bool(true)))));

    assertThat(bench.failure(sent).reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(bench.told.messages).hasSize(before + 1);
  }

  @Test
  void failsAtOnceWhenTheFrameIsNotDelivered() {
    bulb.asleep = true;

    assertThat(bench.failure(bench.network.send(read(bulb, 0))).reason())
        .isEqualTo(Reason.NOT_DELIVERED);
  }

  @Test
  void triesAgainWhenTheCoordinatorIsBusy() {
    bench.stick.busy = 3;
    CompletionStage<?> sent = bench.network.send(read(bulb, 0));
    bench.time.settle();
    assertThat(Bench.isDone(sent)).isFalse();

    bench.advance(2);

    assertThat(sent.toCompletableFuture()).isCompleted();
  }

  @Test
  void refusesUnknownNodes() {
    assertThat(bench.failure(bench.network.send(read(FakeNode.bulb(0x999, 0x9999), 0))).reason())
        .isEqualTo(Reason.UNKNOWN_NODE);
  }

  @Test
  void sendsTheRequestsOfANodeOneByOneInOrder() {
    bulb.ignores = frame -> true;
    for (int i = 0; i < 3; i++) {
      bench.network.send(read(bulb, i));
    }
    bench.time.settle();
    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0006 ReadAttributes[attributeIds=[0]]");

    bench.advance(10);
    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0006 ReadAttributes[attributeIds=[1]]");
    bench.advance(10);

    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0006 ReadAttributes[attributeIds=[2]]");
  }

  @Test
  void speaksToSixteenNodesAtOnceAndNotMore() {
    List<FakeNode> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(bench.joined(FakeNode.bulb(0x1000 + i, 0x2000 + i)));
    }
    bench.stick.stuck = true;

    many.forEach(node -> bench.network.send(read(node, 0)));
    bench.time.settle();
    assertThat(bench.stick.takeSent()).hasSize(16);
    bench.advance(10);

    assertThat(bench.stick.takeSent()).hasSize(4);
  }

  @Test
  void letsPingsWaitForEverythingElse() {
    List<FakeNode> many = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      many.add(bench.joined(FakeNode.bulb(0x1000 + i, 0x2000 + i)));
    }
    bench.stick.stuck = true;
    many.subList(0, 16).forEach(node -> bench.network.send(read(node, 0)));
    bench.time.settle();
    bench.stick.takeSent();

    bench.network.send(ZclRequest.to(Bench.at(many.get(16)), 0, PING));
    bench.network.send(read(many.get(17), 0));
    bench.network.send(ZclRequest.to(Bench.at(many.get(17)), 0, PING));
    bench.network.send(read(many.get(17), 1));
    bench.advance(10);

    assertThat(bench.stick.takeSent())
        .startsWith(
            "2011/1 0006 ReadAttributes[attributeIds=[0]]",
            "2010/1 0000 ReadAttributes[attributeIds=[0]]");
    bench.advance(10);
    assertThat(bench.stick.takeSent())
        .containsExactly("2011/1 0006 ReadAttributes[attributeIds=[1]]");
  }

  @Test
  void failsWhatIsPendingWhenTheRadioGoes() {
    bulb.ignores = frame -> true;
    CompletionStage<?> running = bench.network.send(read(bulb, 0));
    CompletionStage<?> waiting = bench.network.send(read(bulb, 1));
    bench.time.settle();

    bench.stick.down();

    assertThat(bench.failure(running).reason()).isEqualTo(Reason.OFFLINE);
    assertThat(bench.failure(waiting).reason()).isEqualTo(Reason.OFFLINE);
    assertThat(bench.failure(bench.network.send(read(bulb, 2))).reason()).isEqualTo(Reason.OFFLINE);
    bulb.ignores = frame -> false;
    bench.advance(1);
    bench.done(bench.network.send(read(bulb, 3)));
  }

  @Test
  void sendsResponsesPastTheQueue() {
    bulb.ignores = frame -> true;
    bench.network.send(read(bulb, 0));
    ZclRequest response =
        new ZclRequest(
            Bench.at(bulb),
            0x19,
            OptionalInt.empty(),
            Direction.SERVER_TO_CLIENT,
            new ClusterCommand(0x02, Octets.of(0x98)),
            1,
            true,
            OptionalInt.of(77),
            ZclRequest.DEFAULT_TIMEOUT,
            Patience.NONE);

    Optional<ZclMessage> answer = bench.done(bench.network.send(response));

    assertThat(answer).isEmpty();
    assertThat(lastSequence()).isEqualTo(77);
  }

  @Test
  void sendsToGroupsInOrderWithoutWaitingForAnswers() {
    bench.done(bench.network.send(ZclRequest.to(new Target.Group(5), 6, ON)));
    bench.done(bench.network.send(ZclRequest.to(new Target.Broadcast(0xFFFD, 255), 6, ON)));

    assertThat(bench.stick.takeSent())
        .containsExactly(
            "group 5/255 0006 ClusterCommand[id=1, payload=]",
            "all fffd/255 0006 ClusterCommand[id=1, payload=]");
  }

  @Test
  void asksNodesAndTheCoordinatorByZdo() {
    ZdoCommand ofNode =
        bench.done(bench.network.send(bulb.ieeeAddress, new ActiveEndpointsRequest(0x1111)));
    ZdoCommand ofCoordinator =
        bench.done(bench.network.send(FakeStick.ADDRESS, new ActiveEndpointsRequest(0)));

    assertThat(ofNode).isEqualTo(ActiveEndpointsResponse.of(0x1111, List.of(1)));
    assertThat(ofCoordinator).isEqualTo(ActiveEndpointsResponse.of(0, List.of(1)));
  }

  @Test
  void broadcastsZdoRequests() {
    bench.done(bench.network.broadcast(NwkAddrRequest.single(bulb.ieeeAddress)));

    assertThat(bench.stick.takeSent())
        .singleElement()
        .asString()
        .startsWith("all fffd NwkAddrRequest");
  }

  @Test
  void failsWhatCannotBeEncoded() {
    ZclRequest impossible = ZclRequest.to(Bench.at(bulb), 6, new ReadAttributes(List.of(0x12345)));

    assertThat(bench.failure(bench.network.send(impossible)).reason()).isEqualTo(Reason.REFUSED);
    bench.done(bench.network.send(read(bulb, 0)));
  }
}
