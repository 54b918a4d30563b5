package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.ZclStatus;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeGroup;

class GroupsTest {

  private static final String LEAVE = "1111/1 0004 ClusterCommand[id=3, payload=0700]";

  private Bench bench;
  private FakeNode bulb;
  private EndpointAddress member;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bulb = bench.joinedBulb();
    member = new EndpointAddress(bulb.ieeeAddress, 1);
    bench.stick.calls.clear();
  }

  @Test
  void makesAGroupKnownAndHeardWithoutTraffic() {
    ZigbeeGroup group = bench.done(bench.network.createGroup(7));

    assertThat(group.members()).isEmpty();
    assertThat(bench.network.groups()).containsExactly(group);
    assertThat(bench.stick.calls).containsExactly("joinGroup 7");
    assertThat(bench.stick.takeSent()).isEmpty();
    assertThat(bench.told.take()).containsExactly("groups");
  }

  @Test
  void createsAGroupOnce() {
    bench.done(bench.network.createGroup(7));
    bench.told.take();

    bench.done(bench.network.createGroup(7));

    assertThat(bench.told.take()).isEmpty();
  }

  @Test
  void answersInTheOrderOfTheRequestsThoughOneWriteServesThemAll() {
    List<Integer> order = new ArrayList<>();

    List<CompletionStage<Void>> created =
        Stream.of(7, 8, 9)
            .map(id -> bench.network.createGroup(id).thenRun(() -> order.add(id)))
            .toList();
    created.forEach(bench::done);

    assertThat(order).containsExactly(7, 8, 9);
  }

  @Test
  void refusesIdsThatAreNone() {
    assertThat(bench.failure(bench.network.createGroup(0)).reason()).isEqualTo(Reason.REFUSED);
    assertThat(bench.failure(bench.network.createGroup(0xFFF8)).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void addsAMember() {
    bench.done(bench.network.addMember(0x0102, member));

    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0004 ClusterCommand[id=0, payload=020100]");
    assertThat(bench.network.group(0x0102).orElseThrow().members()).containsExactly(member);
  }

  @Test
  void takesAMemberThatWasOneAlready() {
    bulb.groupStatus = ZclStatus.DUPLICATE_EXISTS;

    bench.done(bench.network.addMember(7, member));

    assertThat(bench.network.group(7).orElseThrow().members()).containsExactly(member);
  }

  @Test
  void takesNoMemberThatRefuses() {
    bulb.groupStatus = ZclStatus.INSUFFICIENT_SPACE;

    CompletionStage<Void> added = bench.network.addMember(7, member);

    assertThat(bench.failure(added).status()).contains(ZclStatus.INSUFFICIENT_SPACE);
    assertThat(bench.network.group(7).orElseThrow().members()).isEmpty();
  }

  @Test
  void removesAMember() {
    bench.done(bench.network.addMember(7, member));
    bench.stick.takeSent();

    bench.done(bench.network.removeMember(7, member));

    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0004 ClusterCommand[id=3, payload=0700]");
    assertThat(bench.network.group(7).orElseThrow().members()).isEmpty();
  }

  @Test
  void removesAnEndpointFromAllGroups() {
    bench.done(bench.network.addMember(7, member));
    bench.done(bench.network.addMember(8, member));
    bench.stick.takeSent();

    bench.done(bench.network.removeFromAllGroups(member));

    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0004 ClusterCommand[id=4, payload=]");
    assertThat(bench.network.groups()).allMatch(group -> group.members().isEmpty());
  }

  @Test
  void removesItsMembersBeforeItself() {
    bench.done(bench.network.addMember(7, member));
    bench.stick.takeSent();

    bench.done(bench.network.removeGroup(7, false));

    assertThat(bench.stick.takeSent())
        .containsExactly("1111/1 0004 ClusterCommand[id=3, payload=0700]");
    assertThat(bench.network.groups()).isEmpty();
  }

  @Test
  void staysWhenAMemberDoesNotLeave() {
    bench.done(bench.network.addMember(7, member));
    bulb.ignores = frame -> true;

    CompletionStage<Void> removed = bench.network.removeGroup(7, false);
    bench.advance(10);

    assertThat(bench.failure(removed).reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(bench.network.group(7).orElseThrow().members()).containsExactly(member);
  }

  @Test
  void goesByForceBeforeItsMembersAreTold() {
    bench.done(bench.network.addMember(7, member));
    bench.stick.takeSent();
    bulb.ignores = frame -> true;

    bench.done(bench.network.removeGroup(7, true));

    assertThat(bench.network.groups()).isEmpty();
    assertThat(bench.stick.takeSent()).containsExactly(LEAVE);
  }

  @Test
  void tellsAMemberOfAGroupThatWentByForceWhenItComesBack() {
    bench.done(bench.network.addMember(7, member));
    bulb.asleep = true;
    bench.done(bench.network.removeGroup(7, true));
    bench.time.settle();
    bulb.asleep = false;
    bench.stick.takeSent();

    bench.stick.announces(bulb);
    bench.time.settle();
    assertThat(bench.stick.takeSent()).containsExactly(LEAVE);

    bench.stick.announces(bulb);
    bench.time.settle();
    assertThat(bench.stick.takeSent()).isEmpty();
  }

  @Test
  void leavesAFormerMemberInPeaceThatIsInAGroupOfThatIdAgain() {
    bench.done(bench.network.addMember(7, member));
    bulb.asleep = true;
    bench.done(bench.network.removeGroup(7, true));
    bulb.asleep = false;
    bench.done(bench.network.addMember(7, member));
    bench.stick.takeSent();

    bench.stick.announces(bulb);
    bench.time.settle();

    assertThat(bench.stick.takeSent()).isEmpty();
    assertThat(bench.network.group(7).orElseThrow().members()).containsExactly(member);
  }

  @Test
  void isHeardAgainWhenTheRadioComesBack() {
    bench.done(bench.network.createGroup(7));
    bench.stick.calls.clear();

    bench.stick.down();
    bench.advance(1);

    assertThat(bench.stick.calls).contains("joinGroup 7", "joinGroup 901");
  }
}
