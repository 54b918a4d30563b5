package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.JoinIndication.Kind;
import org.waggle.zcl.zdo.LogicalType;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeNode;

class InterviewTest {

  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bench.told.take();
  }

  @Test
  void asksANewNodeInTheOrderOfZigbee2Mqtt() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.endpoint(2, List.of(6), List.of());

    bench.stick.joins(bulb);
    bench.time.settle();

    assertThat(bench.stick.takeSent())
        .containsExactly(
            "1111 NodeDescriptorRequest[networkAddress=4369]",
            "1111 ActiveEndpointsRequest[networkAddress=4369]",
            "1111 SimpleDescriptorRequest[networkAddress=4369, endpoint=1]",
            "1111/1 0000 ReadAttributes[attributeIds=[5]]",
            "1111/1 0000 ReadAttributes[attributeIds=[4]]",
            "1111/1 0000 ReadAttributes[attributeIds=[7]]",
            "1111/1 0000 ReadAttributes[attributeIds=[0]]",
            "1111/1 0000 ReadAttributes[attributeIds=[1]]",
            "1111/1 0000 ReadAttributes[attributeIds=[2]]",
            "1111/1 0000 ReadAttributes[attributeIds=[3]]",
            "1111/1 0000 ReadAttributes[attributeIds=[6]]",
            "1111/1 0000 ReadAttributes[attributeIds=[16384]]",
            "1111 SimpleDescriptorRequest[networkAddress=4369, endpoint=2]");
    assertThat(bench.told.take())
        .containsExactly("joined b1", "interviewed b1 IN_PROGRESS", "interviewed b1 SUCCESSFUL");
  }

  @Test
  void knowsTheNodeAfterwards() {
    FakeNode bulb = bench.joinedBulb();

    ZigbeeNode node = bench.node(bulb);
    assertThat(node.type()).isEqualTo(NodeType.ROUTER);
    assertThat(node.manufacturerCode()).hasValue(0x117C);
    assertThat(node.basic().modelId()).contains("LIGHT-1");
    assertThat(node.basic().manufacturerName()).contains("Maker");
    assertThat(node.basic().powerSource()).hasValue(1);
    assertThat(node.basic().zclVersion()).hasValue(8);
    assertThat(node.interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
    assertThat(node.endpoints())
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.profileId()).isEqualTo(0x0104);
              assertThat(endpoint.deviceId()).isEqualTo(0x0100);
              assertThat(endpoint.inputClusters()).containsExactly(0, 4, 5, 6);
              assertThat(endpoint.outputClusters()).containsExactly(0x19);
            });
    assertThat(node.linkQuality()).hasValue(123);
  }

  @Test
  void triesTheNodeDescriptorSixTimes() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.ignores = frame -> true;

    bench.stick.joins(bulb);
    bench.advance(59);

    assertThat(bench.stick.takeSent())
        .hasSize(6)
        .containsOnly("1111 NodeDescriptorRequest[networkAddress=4369]");
    assertThat(bench.node(bulb).interviewState()).isEqualTo(InterviewState.IN_PROGRESS);

    bench.advance(1);

    assertThat(bench.told.take()).endsWith("interviewed b1 FAILED");
  }

  @Test
  void goesOnWhenALaterTryOfTheNodeDescriptorIsAnswered() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    List<Object> asked = new ArrayList<>();
    bulb.ignores =
        frame ->
            frame.profileId() == 0
                && frame.clusterId() == 2
                && asked.add(frame)
                && asked.size() < 3;

    bench.stick.joins(bulb);
    bench.advance(20);

    assertThat(bench.node(bulb).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void triesTheActiveEndpointsTwice() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    List<Object> asked = new ArrayList<>();
    bulb.ignores = frame -> frame.profileId() == 0 && frame.clusterId() == 5 && asked.add(frame);

    bench.stick.joins(bulb);
    bench.advance(20);

    assertThat(asked).hasSize(2);
    assertThat(bench.told.take()).endsWith("interviewed b1 FAILED");
  }

  @Test
  void readsModelAndManufacturerAgainAfterTenSeconds() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.attributes.remove(new FakeNode.Key(1, 0, 5));
    bench.stick.joins(bulb);
    bench.advance(9);
    assertThat(bench.stick.takeSent()).endsWith("1111/1 0000 ReadAttributes[attributeIds=[5]]");

    bulb.tells("LATE-1", "Maker");
    bench.advance(1);

    assertThat(bench.stick.takeSent()).startsWith("1111/1 0000 ReadAttributes[attributeIds=[5]]");
    assertThat(bench.node(bulb).basic().modelId()).contains("LATE-1");
  }

  @Test
  void doesNotMindAttributesThatCannotBeRead() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.attributes.clear();

    bench.stick.joins(bulb);
    bench.advance(20);

    assertThat(bench.node(bulb).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
    assertThat(bench.node(bulb).basic().modelId()).isEmpty();
  }

  @Test
  void interviewsNoRejoiningNodeAgain() {
    FakeNode bulb = bench.joinedBulb();

    bench.stick.joins(bulb, Kind.UNSECURED_REJOIN);
    bench.stick.announces(bulb);
    bench.time.settle();

    assertThat(bench.told.take()).containsExactly("announced b1");
    assertThat(bench.stick.takeSent()).isEmpty();
  }

  @Test
  void interviewsAgainOnTheNextJoinAfterAFailure() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.ignores = frame -> true;
    bench.stick.joins(bulb);
    bench.advance(60);
    bench.told.take();
    bulb.ignores = frame -> false;

    bench.stick.joins(bulb, Kind.SECURED_REJOIN);
    bench.time.settle();

    assertThat(bench.told.take())
        .containsExactly("interviewed b1 IN_PROGRESS", "interviewed b1 SUCCESSFUL");
  }

  @Test
  void letsADeadNodeNotHoldOthers() {
    FakeNode dead = FakeNode.bulb(0xDEAD, 0x6666);
    dead.ignores = frame -> true;
    bench.stick.joins(dead);
    bench.time.settle();

    bench.stick.joins(FakeNode.bulb(Bench.BULB, 0x1111));
    bench.time.settle();

    assertThat(bench.told.take()).endsWith("interviewed b1 SUCCESSFUL");
  }

  @Test
  void asksForEverythingAnewWhenRequested() {
    FakeNode bulb = bench.joinedBulb();
    bulb.type = LogicalType.END_DEVICE;
    bulb.tells("LIGHT-2", "Other");

    CompletionStage<ZigbeeNode> interviewed = bench.network.interview(bulb.ieeeAddress);
    ZigbeeNode node = bench.done(interviewed);

    assertThat(node.basic().modelId()).contains("LIGHT-2");
    assertThat(node.type()).isEqualTo(NodeType.END_DEVICE);
    assertThat(bench.told.take())
        .containsExactly("interviewed b1 IN_PROGRESS", "interviewed b1 SUCCESSFUL");
  }

  @Test
  void runsOneInterviewOfANodeAtATime() {
    FakeNode bulb = bench.joinedBulb();
    bulb.ignores = frame -> true;
    bench.network.interview(bulb.ieeeAddress);

    CompletionStage<ZigbeeNode> second = bench.network.interview(bulb.ieeeAddress);

    assertThat(bench.failure(second)).hasMessageContaining("already in progress");
  }

  @Test
  void endsWhenTheNodeLeaves() {
    FakeNode bulb = bench.joinedBulb();
    bulb.ignores = frame -> true;
    CompletionStage<ZigbeeNode> interview = bench.network.interview(bulb.ieeeAddress);
    bench.time.settle();

    bench.stick.leaves(bulb);

    assertThat(bench.failure(interview).reason()).isEqualTo(Reason.UNKNOWN_NODE);
    bench.stick.takeSent();
    bench.advance(100);
    assertThat(bench.stick.takeSent()).isEmpty();
    assertThat(bench.told.take()).containsExactly("interviewed b1 IN_PROGRESS", "left b1");
  }

  @Test
  void beginsAgainAfterTheRadioCameBack() {
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.ignores = frame -> true;
    bench.stick.joins(bulb);
    bench.time.settle();
    bulb.ignores = frame -> false;

    bench.stick.down();
    bench.time.settle();
    assertThat(bench.node(bulb).interviewState()).isEqualTo(InterviewState.PENDING);
    bench.advance(1);

    assertThat(bench.node(bulb).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void asksANodeThatLeftAndCameBackOnlyWhatIsNotKnown() {
    FakeNode bulb = bench.joinedBulb();
    bench.stick.leaves(bulb);
    bench.time.settle();
    bench.told.take();

    bench.stick.joins(bulb);
    bench.time.settle();

    assertThat(bench.told.take())
        .containsExactly("joined b1", "interviewed b1 IN_PROGRESS", "interviewed b1 SUCCESSFUL");
    assertThat(bench.stick.takeSent())
        .startsWith("1111 ActiveEndpointsRequest[networkAddress=4369]")
        .doesNotContain("1111/1 0000 ReadAttributes[attributeIds=[5]]");
  }
}
