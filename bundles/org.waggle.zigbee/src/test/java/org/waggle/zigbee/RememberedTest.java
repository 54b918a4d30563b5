package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NodeAmendment;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

class RememberedTest {

  @TempDir private Path directory;

  @Test
  void tellsTheMembersOfAGroupThatWentByForceAfterAKill() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = bench.joinedBulb();
    bench.done(bench.network.addMember(7, new EndpointAddress(bulb.ieeeAddress, 1)));
    bulb.asleep = true;
    bench.done(bench.network.removeGroup(7, true));
    bulb.asleep = false;
    bench.stick.takeSent();

    Bench next = bench.restarted(directory);

    assertThat(next.network.groups()).isEmpty();
    assertThat(next.stick.takeSent()).contains("1111/1 0004 ClusterCommand[id=3, payload=0700]");
  }

  @Test
  void knowsEverythingAgainAfterAKill() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = bench.joinedBulb();
    EndpointAddress endpoint = new EndpointAddress(bulb.ieeeAddress, 1);
    bench.done(
        bench.network.bind(
            endpoint, new Binding(6, new Binding.Target.Endpoint(FakeStick.ADDRESS, 1))));
    bench.done(bench.network.bind(endpoint, new Binding(8, new Binding.Target.Group(7))));
    bench.done(
        bench.network.configureReporting(
            endpoint,
            List.of(
                new ReportingConfiguration(
                    8,
                    OptionalInt.of(0x115F),
                    0,
                    ZclType.UINT8,
                    5,
                    3600,
                    Optional.of(ZclValue.uint8(1))),
                new ReportingConfiguration(
                    6, OptionalInt.empty(), 0, ZclType.BOOLEAN, 0, 3600, Optional.empty()))));
    bench.done(bench.network.addMember(7, endpoint));
    bench.done(bench.network.amend(bulb.ieeeAddress, new NodeAmendment(OptionalInt.of(4))));
    ZigbeeNode before = bench.node(bulb);

    Bench after = bench.restarted(directory);

    assertThat(after.node(bulb)).isEqualTo(before);
    assertThat(after.node(bulb).basic().powerSource()).hasValue(4);
    assertThat(after.network.groups()).isEqualTo(bench.network.groups());
    assertThat(after.told.take()).containsExactly("status ONLINE");
  }

  @Test
  void takesUpAnInterviewThatTheEndOfTheProcessInterrupted() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.ignores = frame -> true;
    bench.stick.joins(bulb);
    bench.time.settle();
    bulb.ignores = frame -> false;

    Bench after = bench.restarted(directory);

    assertThat(after.node(bulb).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
    assertThat(after.node(bulb).basic().modelId()).isPresent();
  }

  @Test
  void takesUpTheInterviewOfASleepingNodeWhenItIsHeard() {
    Bench bench = Bench.online(directory);
    FakeNode sensor = FakeNode.sensor(Bench.SENSOR, 0x2222);
    sensor.ignores = frame -> frame.profileId() != 0 || frame.clusterId() != 0x0002;
    bench.stick.joins(sensor);
    bench.time.settle();
    sensor.ignores = frame -> false;
    sensor.asleep = true;
    bench.done(bench.parts.stop());
    bench.stick.takeSent();
    Bench after = bench.restarted(directory);
    assertThat(after.node(sensor).interviewState()).isEqualTo(InterviewState.PENDING);
    assertThat(after.stick.takeSent()).isEmpty();

    sensor.asleep = false;
    after.stick.announces(sensor);
    after.time.settle();

    assertThat(after.node(sensor).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void triesAnInterruptedInterviewAgainUntilTheNodeAnswers() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = FakeNode.bulb(Bench.BULB, 0x1111);
    bulb.ignores = frame -> true;
    bench.stick.joins(bulb);
    bench.time.settle();
    Bench after = bench.restarted(directory);
    after.advance(300);
    assertThat(after.node(bulb).interviewState()).isEqualTo(InterviewState.PENDING);
    bulb.ignores = frame -> false;

    after.stick.announces(bulb);
    after.time.settle();

    assertThat(after.node(bulb).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void remembersThatANodeLeft() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = bench.joinedBulb();
    bench.stick.leaves(bulb);
    bench.time.settle();

    assertThat(bench.restarted(directory).network.nodes()).isEmpty();
  }

  @Test
  void savesWhenNodesWereSeenWithinAMinute() {
    Bench bench = Bench.online(directory);
    FakeNode sensor = bench.joinedSensor();
    bench.advance(3600);
    bench.stick.says(
        sensor,
        0x0402,
        1,
        new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(2150)))));
    bench.advance(61);

    ZigbeeNode after = bench.restarted(directory).node(sensor);

    assertThat(after.lastSeen()).isEqualTo(bench.node(sensor).lastSeen());
    assertThat(after.linkQuality()).hasValue(123);
    assertThat(after.endpoint(1).orElseThrow().attribute(0x0402, 0)).contains(ZclValue.int16(2150));
  }

  @Test
  void writesOncePerMinuteHoweverMuchIsReported() throws IOException {
    Bench bench = Bench.online(directory);
    FakeNode sensor = bench.joinedSensor();
    bench.advance(61);
    Path file = directory.resolve("network.json");
    Object key = Files.readString(file);

    for (int i = 0; i < 100; i++) {
      bench.stick.says(
          sensor,
          0x0402,
          i,
          new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(i)))));
    }
    bench.advance(50);
    assertThat(Files.readString(file)).isEqualTo(key);
    bench.advance(10);

    assertThat(Files.readString(file)).isNotEqualTo(key);
  }

  @Test
  void savesWhatItKnowsWhenItStops() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = bench.joinedBulb();
    bench.advance(10);
    bench.stick.says(
        bulb, 6, 1, new ReportAttributes(List.of(new AttributeValue(0, ZclValue.bool(true)))));
    bench.time.settle();

    bench.done(bench.parts.stop());

    assertThat(bench.restarted(directory).node(bulb)).isEqualTo(bench.node(bulb));
  }

  @Test
  void leavesOutAStoredNodeThatCannotBeRead() throws IOException {
    Bench bench = Bench.online(directory);
    FakeNode bulb = bench.joinedBulb();
    Path file = directory.resolve("network.json");
    Files.writeString(
        file, Files.readString(file).replace("\"nodes\":[", "\"nodes\":[{\"type\":\"CAT\"},"));

    Bench after = bench.restarted(directory);

    assertThat(after.network.nodes())
        .extracting(ZigbeeNode::ieeeAddress)
        .containsExactly(bulb.ieeeAddress);
  }

  @Test
  void leavesOutAStoredGroupThatCannotBeRead() throws IOException {
    Bench bench = Bench.online(directory);
    bench.done(bench.network.createGroup(7));
    Path file = directory.resolve("network.json");
    Files.writeString(
        file, Files.readString(file).replace("\"groups\":[", "\"groups\":[{\"id\":\"CAT\"},"));

    Bench after = bench.restarted(directory);

    assertThat(after.network.groups()).extracting(ZigbeeGroup::id).containsExactly(7);
  }

  @Test
  void keepsTheDescriptorsAsTheyWere() {
    Bench bench = Bench.online(directory);
    FakeNode bulb = bench.joinedBulb();

    ZigbeeEndpoint endpoint = bench.restarted(directory).node(bulb).endpoint(1).orElseThrow();

    assertThat(endpoint.inputClusters()).containsExactly(0, 4, 5, 6);
    assertThat(endpoint.outputClusters()).containsExactly(0x19);
    assertThat(endpoint.deviceId()).isEqualTo(0x0100);
  }

  @Test
  void closesJoiningAndTheRadioWhenItStops() throws InterruptedException {
    FakeStick stick = new FakeStick();
    EventThread thread = EventThread.start("stopping");
    ExecutorService storage = Executors.newSingleThreadExecutor();
    FileStore store = new FileStore(directory, storage);
    RadioProviders providers = new RadioProviders();
    providers.add(stick, Map.of("adapter", "ember"));
    Wiring parts =
        new Wiring(
            "home",
            Bench.SETTINGS,
            providers,
            new Ports(),
            new PortClaims(),
            thread,
            store,
            storage);
    Network network = new Network(parts);
    CountDownLatch online = new CountDownLatch(1);
    network.listen(
        new NetworkListener() {
          @Override
          public void statusChanged(NetworkStatus status) {
            if (status.isOnline()) {
              online.countDown();
            }
          }
        });
    parts.start();
    assertThat(online.await(5, TimeUnit.SECONDS)).isTrue();
    network.permitJoin(Duration.ofSeconds(100), Optional.empty()).toCompletableFuture().join();
    long before = System.nanoTime();

    parts.close();
    store.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    assertThat(stick.calls).endsWith("permitJoin 0", "close");
    assertThat(directory.resolve("network.json")).exists();
    assertThat(network.permitJoin(Duration.ZERO, Optional.empty()).toCompletableFuture())
        .isCompletedExceptionally();
  }
}
