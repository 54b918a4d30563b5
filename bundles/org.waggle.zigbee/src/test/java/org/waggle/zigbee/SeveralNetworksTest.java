package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.radio.api.RadioSettings;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** Three networks in one process; what one radio does is not felt by the others. */
@Timeout(60)
class SeveralNetworksTest {

  @TempDir private Path directory;
  private final PortClaims claims = new PortClaims();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private final CountDownLatch unblocked = new CountDownLatch(1);

  private final FakeStick good = new FakeStick();
  private final FakeStick alsoGood = new FakeStick();
  private final FakeStick bad = new FakeStick();
  private final List<FakeStick> sticks = List.of(good, alsoGood, bad);
  private final List<ZigbeeNetwork> networks = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    for (FakeStick stick : sticks) {
      networks.add(start("n" + networks.size(), stick));
    }
  }

  private ZigbeeNetwork start(String name, FakeStick stick) throws Exception {
    ExecutorService storage = Executors.newSingleThreadExecutor();
    FileStore store = new FileStore(directory.resolve(name), storage);
    RadioProviders providers = new RadioProviders();
    providers.add(stick, Map.of("adapter", "ember"));
    Settings settings =
        new Settings(
            "auto",
            RadioSettings.on("tcp://" + name + ":6638"),
            11,
            Bench.SETTINGS.panId(),
            Bench.SETTINGS.extendedPanId(),
            Bench.SETTINGS.networkKey(),
            16,
            false,
            Optional.empty());
    Wiring parts =
        new Wiring(
            name,
            settings,
            providers,
            new Ports(),
            claims,
            EventThread.start(name),
            store,
            storage);
    opened.add(parts);
    opened.add(store);
    Network network = new Network(parts);
    CompletableFuture<Void> online = new CompletableFuture<>();
    CompletableFuture<Void> interviewed = new CompletableFuture<>();
    network.listen(
        new NetworkListener() {
          @Override
          public void statusChanged(NetworkStatus status) {
            if (status.isOnline()) {
              online.complete(null);
            }
          }

          @Override
          public void interviewed(ZigbeeNode node) {
            threads.add(Thread.currentThread().getName());
            if (node.interviewState() == InterviewState.SUCCESSFUL) {
              interviewed.complete(null);
            }
          }
        });
    parts.start();
    online.get(10, TimeUnit.SECONDS);
    stick.joins(FakeNode.bulb(Bench.BULB, 0x1111));
    interviewed.get(10, TimeUnit.SECONDS);
    return network;
  }

  @AfterEach
  void stop() throws Exception {
    unblocked.countDown();
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @Test
  void haveThreadsAndStoresOfTheirOwn() {
    assertThat(threads)
        .containsExactlyInAnyOrder("waggle-n0-event", "waggle-n1-event", "waggle-n2-event");
    assertThat(List.of("n0", "n1", "n2"))
        .allMatch(name -> Files.exists(directory.resolve(name).resolve("network.json")));
  }

  @Test
  void doNotFeelARadioThatBlocksItsCaller() throws Exception {
    bad.blocks = Optional.of(unblocked);
    CompletableFuture<Optional<ZclMessage>> stuck = ask(2);

    assertOthersAnswer();
    assertThat(stuck).isNotDone();
  }

  @Test
  void doNotFeelARadioThatThrows() throws Exception {
    bad.throwing = true;

    assertThat(ask(2)).failsWithin(Duration.ofSeconds(5));
    assertOthersAnswer();
  }

  @Test
  void doNotFeelARadioThatFloods() throws Exception {
    FakeNode sensor = FakeNode.bulb(Bench.BULB, 0x1111);
    Thread flood =
        new Thread(
            () -> {
              while (unblocked.getCount() > 0) {
                bad.says(
                    sensor,
                    0x0402,
                    1,
                    new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(1)))));
              }
            });
    flood.start();

    assertOthersAnswer();
    unblocked.countDown();
    flood.join();
  }

  private void assertOthersAnswer() throws Exception {
    for (int i = 0; i < 100; i++) {
      assertThat(ask(0).get(2, TimeUnit.SECONDS)).isPresent();
      assertThat(ask(1).get(2, TimeUnit.SECONDS)).isPresent();
    }
  }

  private CompletableFuture<Optional<ZclMessage>> ask(int network) {
    return networks
        .get(network)
        .send(
            new ZclRequest(
                Bench.at(FakeNode.bulb(Bench.BULB, 0x1111)),
                0,
                OptionalInt.empty(),
                Direction.CLIENT_TO_SERVER,
                new ReadAttributes(List.of(5)),
                1,
                true,
                OptionalInt.empty(),
                ZclRequest.DEFAULT_TIMEOUT,
                Patience.NONE))
        .toCompletableFuture();
  }
}
