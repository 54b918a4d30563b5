package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeNode;

/** Networks on their own threads, in real time. */
class FloodTest {

  private static final int REPORTS = 10_000;

  @TempDir private Path directory;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  /** Counts what it waits for. */
  private static final class Receiver implements NetworkListener {
    private final CountDownLatch online = new CountDownLatch(1);
    private final CountDownLatch interviewed = new CountDownLatch(1);
    private final CountDownLatch all = new CountDownLatch(REPORTS);
    private final List<Long> values = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();

    @Override
    public void statusChanged(NetworkStatus status) {
      if (status.isOnline()) {
        online.countDown();
      }
    }

    @Override
    public void interviewed(ZigbeeNode node) {
      if (node.interviewState() == InterviewState.SUCCESSFUL) {
        interviewed.countDown();
      }
    }

    @Override
    public void received(ZclMessage message) {
      if (message.frame().command() instanceof ReportAttributes report) {
        values.add(report.attributes().get(0).value().integer().orElseThrow());
        threads.add(Thread.currentThread().getName());
        all.countDown();
      }
    }
  }

  private Receiver open(String name, FakeStick stick) {
    ExecutorService storage = Executors.newSingleThreadExecutor();
    FileStore store = new FileStore(directory.resolve(name), storage);
    RadioProviders providers = new RadioProviders();
    providers.add(stick, Map.of(ZigbeeRadioProvider.ADAPTER, "ember"));
    Wiring parts =
        new Wiring(
            name,
            Bench.SETTINGS,
            providers,
            new Ports(),
            new PortClaims(),
            EventThread.start(name),
            store,
            storage);
    opened.add(parts);
    opened.add(store);
    Receiver receiver = new Receiver();
    new Network(parts).listen(receiver);
    parts.start();
    return receiver;
  }

  private static void flood(FakeStick stick, FakeNode sensor) {
    for (int i = 0; i < REPORTS; i++) {
      stick.says(
          sensor,
          0x0402,
          i & 0xFF,
          new ReportAttributes(List.of(new AttributeValue(0, ZclValue.int16(i)))));
    }
  }

  @Test
  void losesNoneOfTenThousandReportsAndKeepsTheirOrder() throws Exception {
    FakeStick stick = new FakeStick();
    Receiver receiver = open("flooded", stick);
    assertThat(receiver.online.await(5, TimeUnit.SECONDS)).isTrue();
    FakeNode sensor = FakeNode.sensor(Bench.SENSOR, 0x2222);
    stick.joins(sensor);
    assertThat(receiver.interviewed.await(5, TimeUnit.SECONDS)).isTrue();

    flood(stick, sensor);

    assertThat(receiver.all.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(receiver.values)
        .containsExactlyElementsOf(IntStream.range(0, REPORTS).asLongStream().boxed().toList());
    assertThat(receiver.threads).containsOnly("waggle-flooded-event");
  }

  @Test
  void keepsTwoNetworksApart() throws Exception {
    FakeStick one = new FakeStick();
    FakeStick other = new FakeStick();
    Receiver first = open("first", one);
    Receiver second = open("second", other);
    assertThat(first.online.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(second.online.await(5, TimeUnit.SECONDS)).isTrue();
    FakeNode sensor = FakeNode.sensor(Bench.SENSOR, 0x2222);
    one.joins(sensor);
    assertThat(first.interviewed.await(5, TimeUnit.SECONDS)).isTrue();

    other.down();
    flood(one, sensor);

    assertThat(first.all.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(first.values).hasSize(REPORTS);
    assertThat(second.values).isEmpty();
    assertThat(first.threads).containsOnly("waggle-first-event");
    assertThat(directory.resolve("first/network.json")).exists();
    assertThat(directory.resolve("second/network.json")).doesNotExist();
  }
}
