package org.waggle.simulator.ash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.Octets;

class AshLinkTest {

  private static final Octets PAYLOAD = Octets.ofHex("aabbcc");

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final BlockingQueue<AshFrame> sent = new LinkedBlockingQueue<>();
  private final BlockingQueue<Octets> received = new LinkedBlockingQueue<>();
  private final LineFaults toHost = new LineFaults(new Random(1));
  private final LineFaults fromHost = new LineFaults(new Random(1));
  private final AshLink link =
      new AshLink(scheduler, new Line(), Duration.ofMillis(60), toHost, fromHost);

  private final class Line implements AshLink.Listener {
    private final FrameReader reader = new FrameReader();

    @Override
    public void reset() {}

    @Override
    public void received(Octets payload) {
      received.add(payload);
    }

    @Override
    public void transmit(byte[] bytes, int count) {
      reader.read(bytes, count, frame -> sent.add(frame.toOptional().orElseThrow()));
    }
  }

  @BeforeEach
  void reset() throws Exception {
    hostSends(new AshFrame.Reset());
    assertThat(nextSent()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
  }

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  private void onLoop(Runnable task) throws Exception {
    Callable<Void> call =
        () -> {
          task.run();
          return null;
        };
    scheduler.submit(call).get(5, TimeUnit.SECONDS);
  }

  private void hostSends(AshFrame frame) throws Exception {
    FrameWriter writer = new FrameWriter();
    writer.write(frame);
    byte[] bytes = writer.take();
    onLoop(() -> link.receive(bytes, bytes.length));
  }

  private AshFrame nextSent() throws Exception {
    return sent.poll(5, TimeUnit.SECONDS);
  }

  private static AshFrame data(int number, boolean again, int acknowledged) {
    return new AshFrame.Data(number, again, acknowledged, PAYLOAD);
  }

  private void callBack(int times) throws Exception {
    onLoop(
        () -> {
          for (int i = 0; i < times; i++) {
            link.callBack(PAYLOAD.toArray(), () -> {});
          }
        });
  }

  @Test
  void acknowledgesDataBeforeItAnswers() throws Exception {
    hostSends(data(0, false, 0));
    onLoop(() -> link.respond(PAYLOAD.toArray()));

    assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo(PAYLOAD);
    assertThat(nextSent()).isEqualTo(new AshFrame.Ack(false, 1));
    assertThat(nextSent()).isEqualTo(data(0, false, 1));
  }

  @Test
  void sendsThreeFramesAheadAndTheRestWhenAcknowledged() throws Exception {
    callBack(5);

    assertThat(List.of(nextSent(), nextSent(), nextSent()))
        .containsExactly(data(0, false, 0), data(1, false, 0), data(2, false, 0));
    assertThat(link.waiting()).isEqualTo(2);

    hostSends(new AshFrame.Ack(false, 2));

    assertThat(List.of(nextSent(), nextSent()))
        .containsExactly(data(3, false, 0), data(4, false, 0));
  }

  @Test
  void sendsAgainFromTheFrameThatTheHostMisses() throws Exception {
    callBack(3);
    List<AshFrame> first = List.of(nextSent(), nextSent(), nextSent());

    hostSends(new AshFrame.Nak(false, 1));

    assertThat(first).hasSize(3);
    assertThat(List.of(nextSent(), nextSent())).containsExactly(data(1, true, 0), data(2, true, 0));
  }

  @Test
  void sendsAgainWhatIsNotAcknowledgedInTimeAndGivesUpInTheEnd() throws Exception {
    callBack(1);

    assertThat(nextSent()).isEqualTo(data(0, false, 0));
    for (int i = 0; i < 5; i++) {
      assertThat(nextSent()).isEqualTo(data(0, true, 0));
    }
    assertThat(nextSent()).isEqualTo(new AshFrame.Error(2, 0x51));
  }

  @Test
  void saysThatItFailedUntilItIsReset() throws Exception {
    onLoop(() -> link.fail(0x51));
    hostSends(data(0, false, 0));
    hostSends(new AshFrame.Reset());

    assertThat(nextSent()).isEqualTo(new AshFrame.Error(2, 0x51));
    assertThat(nextSent()).isEqualTo(new AshFrame.Error(2, 0x51));
    assertThat(nextSent()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
    assertThat(received).isEmpty();
  }

  @Test
  void tellsWhoSentAFrameThatTheHostHasIt() throws Exception {
    CountDownLatch acknowledged = new CountDownLatch(1);
    onLoop(() -> link.callBack(PAYLOAD.toArray(), acknowledged::countDown));

    assertThat(acknowledged.getCount()).isEqualTo(1);
    hostSends(data(0, false, 1));

    assertThat(acknowledged.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void asksOnceForFramesAfterABadOne() throws Exception {
    fromHost.set(LineFaults.Kind.CORRUPT, 1, 0);
    hostSends(data(0, false, 0));
    hostSends(data(1, false, 0));
    hostSends(data(0, true, 0));

    assertThat(nextSent()).isEqualTo(new AshFrame.Nak(false, 0));
    assertThat(nextSent()).isEqualTo(new AshFrame.Ack(false, 1));
    assertThat(received).hasSize(1);
  }

  @Test
  void acknowledgesDuplicatesWithoutTakingThemAgain() throws Exception {
    hostSends(data(0, false, 0));
    hostSends(data(0, true, 0));

    assertThat(nextSent()).isEqualTo(new AshFrame.Ack(false, 1));
    assertThat(nextSent()).isEqualTo(new AshFrame.Ack(false, 1));
    assertThat(received).hasSize(1);
  }

  @Test
  void holdsCallbacksBackWhileTheHostIsNotReady() throws Exception {
    hostSends(new AshFrame.Ack(true, 0));
    Octets response = Octets.ofHex("000000");
    onLoop(
        () -> {
          link.callBack(PAYLOAD.toArray(), () -> {});
          link.respond(response.toArray());
        });

    assertThat(nextSent()).isEqualTo(new AshFrame.Data(0, false, 0, response));
    hostSends(new AshFrame.Ack(false, 1));
    assertThat(nextSent()).isEqualTo(data(1, false, 0));
  }

  @Test
  void recoversFromALossyLine() throws Exception {
    toHost.set(LineFaults.Kind.LOSE, 0, 0.3);
    List<Integer> acknowledged = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(30);
    onLoop(
        () -> {
          for (int i = 0; i < 30; i++) {
            int number = i;
            link.callBack(
                PAYLOAD.toArray(),
                () -> {
                  acknowledged.add(number);
                  all.countDown();
                });
          }
        });

    int expected = 0;
    while (all.getCount() > 0 && nextSent() instanceof AshFrame.Data frame) {
      if (frame.number() == expected) {
        expected = (expected + 1) % 8;
      }
      hostSends(new AshFrame.Ack(false, expected));
    }

    assertThat(acknowledged).hasSize(30).isSorted();
  }

  @Test
  void forgetsEverythingWhenTheLineIsAnother() throws Exception {
    callBack(5);
    assertThat(List.of(nextSent(), nextSent(), nextSent())).hasSize(3);
    onLoop(link::lineChanged);
    byte[] garbage = HexFormat.of().parseHex("254221a856a6097e");
    onLoop(() -> link.receive(garbage, garbage.length));
    hostSends(new AshFrame.Reset());

    assertThat(nextSent()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
    assertThat(link.waiting()).isZero();
    assertThat(received).isEmpty();
  }
}
