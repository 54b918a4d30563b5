package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.zdo.ActiveEndpointsRequest;
import org.waggle.zcl.zdo.ActiveEndpointsResponse;
import org.waggle.zcl.zdo.MgmtLqiRequest;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class BackgroundRequestsTest {

  /** Nobody here answers it. */
  private static final ZdoCommand UNANSWERED = new MgmtLqiRequest(0);

  private static final int AT_ONCE = 8;

  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.online();
  }

  private List<FakeNode> bulbs(int count) {
    List<FakeNode> bulbs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bulbs.add(bench.joined(FakeNode.bulb(Bench.BULB + i, 0x1000 + i)));
    }
    return bulbs;
  }

  private CompletableFuture<ZdoCommand> ask(FakeNode node) {
    CompletableFuture<ZdoCommand> answer =
        bench.network.sendInBackground(node.ieeeAddress, UNANSWERED);
    bench.time.settle();
    return answer;
  }

  private CompletionStage<?> read(FakeNode node) {
    CompletionStage<?> answer =
        bench.network.send(ZclRequest.to(Bench.at(node), 0, new ReadAttributes(List.of(4))));
    bench.time.settle();
    return answer;
  }

  @Test
  void completesWithTheAnswerOfANodeOrTheCoordinator() {
    FakeNode bulb = bulbs(1).get(0);

    ZdoCommand ofNode =
        bench.done(
            bench.network.sendInBackground(bulb.ieeeAddress, new ActiveEndpointsRequest(0x1000)));
    ZdoCommand ofCoordinator =
        bench.done(
            bench.network.sendInBackground(FakeStick.ADDRESS, new ActiveEndpointsRequest(0)));

    assertThat(ofNode).isEqualTo(ActiveEndpointsResponse.of(0x1000, List.of(1)));
    assertThat(ofCoordinator).isEqualTo(ActiveEndpointsResponse.of(0, List.of(1)));
  }

  @Test
  void holdsUpNoOtherRequestToTheSameNode() {
    FakeNode bulb = bulbs(1).get(0);
    CompletionStage<ZdoCommand> asked = ask(bulb);

    bench.done(read(bulb));

    assertThat(Bench.isDone(asked)).isFalse();
  }

  @Test
  void waitsWhileAnybodyElseHasToWait() {
    List<FakeNode> bulbs = bulbs(AT_ONCE * 3);
    bench.stick.stuck = true;
    bulbs.subList(0, Bench.SETTINGS.concurrency() + 1).forEach(this::read);
    bench.stick.takeSent();

    ask(bulbs.get(AT_ONCE * 3 - 1));

    assertThat(bench.stick.takeSent()).isEmpty();
  }

  @Test
  void leavesEverybodyElseTheirPlaces() {
    List<FakeNode> bulbs = bulbs(AT_ONCE * 3);
    bench.stick.stuck = true;
    bulbs.forEach(this::ask);
    assertThat(bench.stick.takeSent()).hasSize(AT_ONCE);

    bulbs.subList(0, Bench.SETTINGS.concurrency()).forEach(this::read);

    assertThat(bench.stick.takeSent()).hasSize(Bench.SETTINGS.concurrency());
  }

  @Test
  void goesOnPastNodesThatDoNotAnswerPromptly() {
    List<FakeNode> bulbs = bulbs(AT_ONCE + 1);
    bulbs.forEach(this::ask);
    assertThat(bench.stick.takeSent()).hasSize(AT_ONCE);

    bench.advance(1);

    assertThat(bench.stick.takeSent()).hasSize(1);
  }

  @Test
  void failsWhatIsNotAnswered() {
    CompletionStage<ZdoCommand> asked = ask(bulbs(1).get(0));

    bench.advance(4);
    assertThat(Bench.isDone(asked)).isFalse();
    bench.advance(1);

    assertThat(bench.failure(asked).reason()).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void failsWhatIsNotDelivered() {
    FakeNode bulb = bulbs(1).get(0);
    bulb.asleep = true;

    assertThat(bench.failure(ask(bulb)).reason()).isEqualTo(Reason.NOT_DELIVERED);
  }

  @Test
  void failsWhatCannotBeEncoded() {
    CompletionStage<ZdoCommand> asked =
        bench.network.sendInBackground(bulbs(1).get(0).ieeeAddress, new MgmtLqiRequest(0x100));

    assertThat(bench.failure(asked).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void doesNotSendWhatIsCancelled() {
    List<FakeNode> bulbs = bulbs(AT_ONCE + 2);
    List<CompletableFuture<ZdoCommand>> asked = bulbs.stream().map(this::ask).toList();
    bench.stick.takeSent();

    asked.get(AT_ONCE).cancel(false);
    bench.advance(1);

    assertThat(bench.stick.takeSent()).singleElement().asString().startsWith("1009 MgmtLqiRequest");
  }

  @Test
  void failsAllWhenTheRadioGoesAndWorksWhenItIsBack() {
    List<FakeNode> bulbs = bulbs(AT_ONCE + 2);
    List<CompletableFuture<ZdoCommand>> asked = bulbs.stream().map(this::ask).toList();
    bench.stick.takeSent();

    bench.stick.down();
    bench.time.settle();

    assertThat(asked).allMatch(each -> bench.failure(each).reason() == Reason.OFFLINE);
    bench.advance(1);
    bench.stick.takeSent();
    bulbs.forEach(this::ask);
    assertThat(bench.stick.takeSent()).hasSize(AT_ONCE);
  }

  @Test
  void failsWhenTheNodeLeaves() {
    FakeNode bulb = bulbs(1).get(0);
    CompletionStage<ZdoCommand> asked = ask(bulb);

    bench.stick.leaves(bulb);
    bench.time.settle();

    assertThat(bench.failure(asked).reason()).isEqualTo(Reason.UNKNOWN_NODE);
    assertThat(bench.failure(ask(bulb)).reason()).isEqualTo(Reason.UNKNOWN_NODE);
  }

  @Test
  void failsWhenTheNetworkIsClosed() {
    FakeNode bulb = bulbs(1).get(0);
    CompletionStage<ZdoCommand> asked = ask(bulb);

    bench.parts.stop();
    bench.time.settle();

    assertThat(bench.failure(asked).reason()).isEqualTo(Reason.CLOSED);
  }
}
