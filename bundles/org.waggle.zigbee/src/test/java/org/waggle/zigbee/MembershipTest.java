package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.JoinIndication.Kind;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.zdo.ZdoStatus;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class MembershipTest {

  private static final ReportAttributes ON =
      new ReportAttributes(List.of(new AttributeValue(0, ZclValue.bool(true))));

  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bench.told.take();
  }

  @Test
  void letsInNobodyWhomTheTrustCenterDenied() {
    bench.stick.joins(FakeNode.bulb(Bench.BULB, 0x1111), Kind.DENIED);
    bench.time.settle();

    assertThat(bench.network.nodes()).isEmpty();
    assertThat(bench.told.take()).isEmpty();
  }

  @Test
  void listsNodesInTheOrderInWhichTheyJoined() {
    FakeNode bulb = bench.joinedBulb();
    FakeNode sensor = bench.joinedSensor();

    assertThat(bench.network.nodes())
        .extracting(node -> node.ieeeAddress())
        .containsExactly(bulb.ieeeAddress, sensor.ieeeAddress);
  }

  @Test
  void followsANodeToItsNewAddress() {
    FakeNode bulb = bench.joinedBulb();
    bench.stick.nodes.remove(bulb.networkAddress);
    bulb.networkAddress = 0x7777;
    bench.stick.add(bulb);

    bench.stick.announces(bulb);
    bench.stick.says(bulb, 6, 1, ON);
    bench.time.settle();

    assertThat(bench.told.take()).containsExactly("address b1 30583", "announced b1");
    assertThat(bench.told.messages).last().extracting(ZclMessage::node).isEqualTo(bulb.ieeeAddress);
    assertThat(bench.node(bulb).networkAddress()).isEqualTo(0x7777);
  }

  @Test
  void ignoresAnAnnouncementOfANodeThatNeverJoined() {
    bench.stick.announces(FakeNode.bulb(0xABC, 0x5555));
    bench.time.settle();

    assertThat(bench.network.nodes()).isEmpty();
    assertThat(bench.told.take()).isEmpty();
  }

  @Test
  void forgetsANodeThatLeft() {
    FakeNode bulb = bench.joinedBulb();
    bench.done(bench.network.addMember(3, new EndpointAddress(bulb.ieeeAddress, 1)));
    bench.told.take();

    bench.stick.leaves(bulb);
    bench.time.settle();

    assertThat(bench.told.take()).containsExactly("groups", "left b1");
    assertThat(bench.network.nodes()).isEmpty();
    assertThat(bench.network.group(3).orElseThrow().members()).isEmpty();
  }

  @Test
  void asksANodeToLeaveAndForgetsItWhenItDoes() {
    FakeNode bulb = bench.joinedBulb();

    bench.done(bench.network.remove(bulb.ieeeAddress, false));

    assertThat(bench.stick.takeSent())
        .containsExactly(
            "1111 MgmtLeaveRequest[device=0x00000000000000b1, removeChildren=false, rejoin=false]");
    assertThat(bench.network.nodes()).isEmpty();
    assertThat(bench.told.take()).containsExactly("left b1");
  }

  @Test
  void keepsANodeThatDoesNotLeave() {
    FakeNode bulb = bench.joinedBulb();
    bulb.ignores = frame -> true;

    CompletionStage<Void> removed = bench.network.remove(bulb.ieeeAddress, false);
    bench.advance(10);

    assertThat(bench.failure(removed).reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(bench.network.nodes()).hasSize(1);
  }

  @Test
  void keepsANodeThatRefusesToLeave() {
    FakeNode bulb = bench.joinedBulb();
    bulb.leaveStatus = ZdoStatus.NOT_SUPPORTED;

    CompletionStage<Void> removed = bench.network.remove(bulb.ieeeAddress, false);

    assertThat(bench.failure(removed)).hasMessageContaining("NOT_SUPPORTED");
    assertThat(bench.network.nodes()).hasSize(1);
  }

  @Test
  void forgetsWithoutAskingWhenForced() {
    FakeNode bulb = bench.joinedBulb();

    bench.done(bench.network.remove(bulb.ieeeAddress, true));

    assertThat(bench.stick.takeSent()).isEmpty();
    assertThat(bench.network.nodes()).isEmpty();
  }

  @Test
  void asksWhoIsAtAnUnknownAddressAndLosesNoMessage() {
    FakeNode bulb = bench.joinedBulb();
    bench.stick.nodes.remove(bulb.networkAddress);
    bulb.networkAddress = 0x9999;
    bench.stick.add(bulb);

    bench.stick.says(bulb, 6, 1, ON);
    bench.stick.says(bulb, 6, 2, ON);
    bench.time.settle();

    assertThat(bench.stick.takeSent())
        .containsExactly(
            "9999 IeeeAddrRequest[networkAddress=39321, extended=false, startIndex=0]");
    assertThat(bench.told.messages)
        .extracting(message -> message.frame().header().sequence())
        .endsWith(1, 2);
    assertThat(bench.told.take()).containsExactly("address b1 39321");
  }

  @Test
  void asksAStrangerOnceAMinuteAtMost() {
    FakeNode stranger = FakeNode.bulb(0xABC, 0x5555);

    for (int i = 0; i < 59; i++) {
      bench.stick.says(stranger, 6, i, ON);
      bench.advance(1);
    }
    assertThat(bench.stick.takeSent()).hasSize(1);

    bench.advance(1);
    bench.stick.says(stranger, 6, 99, ON);
    bench.time.settle();

    assertThat(bench.stick.takeSent()).hasSize(1);
    assertThat(bench.told.messages).isEmpty();
  }

  @Test
  void givesAFrameThatALumiRouterRepeatedToItsTrueSender() {
    FakeNode router = FakeNode.bulb(0x10, 0x1010);
    router.tells("lumi.plug", "LUMI");
    bench.joined(router);
    FakeNode sensor = bench.joinedSensor();

    bench.stick.receive(
        router.networkAddress,
        Delivery.UNICAST,
        OptionalInt.of(sensor.networkAddress),
        0x0402,
        ZclFrame.of(OptionalInt.empty(), Direction.SERVER_TO_CLIENT, true, 1, ON).encode());
    bench.time.settle();

    assertThat(bench.told.messages)
        .last()
        .satisfies(
            message -> {
              assertThat(message.node()).isEqualTo(sensor.ieeeAddress);
              assertThat(message.groupId()).isEmpty();
            });
  }

  @Test
  void tellsTheGroupOfAMulticast() {
    FakeNode bulb = bench.joinedBulb();

    bench.stick.receive(
        bulb.networkAddress,
        Delivery.MULTICAST,
        OptionalInt.of(901),
        6,
        ZclFrame.of(OptionalInt.empty(), Direction.SERVER_TO_CLIENT, true, 1, ON).encode());
    bench.time.settle();

    assertThat(bench.told.messages)
        .last()
        .extracting(ZclMessage::groupId)
        .isEqualTo(OptionalInt.of(901));
  }

  @Test
  void notesWhenANodeWasLastSeen() {
    FakeNode bulb = bench.joinedBulb();
    bench.advance(30);

    bench.stick.says(bulb, 6, 1, ON);
    bench.time.settle();

    assertThat(bench.node(bulb).lastSeen()).contains(bench.time.instant());
  }

  @Test
  void takesAnUnreadableFrameForASignOfLife() {
    FakeNode bulb = bench.joinedBulb();
    int heard = bench.told.heard;
    int messages = bench.told.messages.size();
    bench.advance(5);

    bench.stick.receive(
        bulb.networkAddress, Delivery.UNICAST, OptionalInt.empty(), 6, Octets.ofHex("18"));
    bench.time.settle();

    assertThat(bench.told.heard).isEqualTo(heard + 1);
    assertThat(bench.told.messages).hasSize(messages);
    assertThat(bench.node(bulb).lastSeen()).contains(bench.time.instant());
  }

  @Test
  void keepsTheLastValuesOfStandardAttributes() {
    FakeNode sensor = bench.joinedSensor();

    bench.stick.says(
        sensor,
        0x0402,
        1,
        new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(2150)))));
    bench.stick.says(
        sensor,
        0x0402,
        2,
        new ReportAttributes(
            List.of(new AttributeValue(0, ZclValue.absent(org.waggle.zcl.ZclType.INT16)))));
    bench.stick.says(
        sensor, 0xFC11, 3, new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(1)))));
    bench.time.settle();

    assertThat(bench.node(sensor).endpoint(1).orElseThrow().attribute(0x0402, 0))
        .contains(ZclValue.int16(2150));
    assertThat(bench.node(sensor).endpoint(1).orElseThrow().attribute(0xFC11, 0)).isEmpty();
  }

  @Test
  void knowsAnEndpointThatSpokeWithoutBeingListed() {
    FakeNode bulb = bench.joinedBulb();
    bulb.endpoints.clear();

    bench.stick.says(bulb, 0x0006, 9, ON);
    bench.time.settle();

    assertThat(bench.node(bulb).endpoint(1)).isPresent();
  }

  @Test
  void updatesWhatANodeIsWhenItTellsSo() {
    FakeNode bulb = bench.joinedBulb();

    bench.stick.says(
        bulb,
        0,
        1,
        new ReportAttributes(List.of(new AttributeValue(0x4000, ZclValue.text("2.0")))));
    bench.time.settle();

    assertThat(bench.node(bulb).basic().softwareBuildId()).contains("2.0");
    assertThat(bench.told.take()).containsExactly("changed b1");
  }
}
