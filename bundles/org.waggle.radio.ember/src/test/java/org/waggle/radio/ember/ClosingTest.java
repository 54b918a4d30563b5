package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;
import static org.waggle.radio.ember.ScriptedNcp.SEND_UNICAST;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.Octets;

/** A radio can be closed at any time, from anywhere, and leaves nothing behind. */
class ClosingTest {

  private static final String PORT = "/dev/closing";
  private static final String MESSAGE =
      "00 0401 0600 01 01 4011 0000 07 b4 d8 0100 ff ff 03 180102";
  private static final ApsRequest REQUEST =
      new ApsRequest(new Destination.Unicast(1), 0x0104, 6, 1, 1, Octets.of(1), true);

  private final Heard heard = new Heard();
  private final ScriptedNcp ncp = new ScriptedNcp();
  private final ZigbeeRadio radio = HastyRadio.on(PORT, heard, ncp);

  @AfterEach
  void leavesNoThread() throws Exception {
    radio.close();
    RadioThreads.assertNone(PORT);
  }

  @Test
  void failsWhatWaitsWhenItIsClosed() throws Exception {
    await(radio.open());
    ncp.on(0x0114, parameters -> null);
    CompletableFuture<Octets> asked = ncp.next(0x0114);
    CompletionStage<Octets> key = radio.networkKey();
    asked.get(2, TimeUnit.SECONDS);
    CompletionStage<Void> permit = radio.permitJoin(Duration.ZERO);
    CompletionStage<Void> frame = sendOne();

    assertClosesSoon(radio);

    for (CompletionStage<?> stage : List.of(key, permit, frame, radio.send(REQUEST))) {
      assertThatThrownBy(() -> await(stage)).cause().satisfies(reason(Reason.CLOSED));
    }
    assertThatThrownBy(() -> await(radio.networkKey())).cause().satisfies(reason(Reason.CLOSED));
    assertThat(heard.down).isNotDone();
  }

  @Test
  void closesWhileItOpensThePort() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ZigbeeRadio slow =
        HastyRadio.on(
            PORT,
            heard,
            (Supplier<RadioPort>)
                () -> {
                  opening.countDown();
                  try {
                    release.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return ncp;
                });
    CompletionStage<?> pending = slow.open();
    assertThat(opening.await(2, TimeUnit.SECONDS)).isTrue();

    assertClosesSoon(slow);

    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.CLOSED));
    release.countDown();
  }

  @Test
  void closesFromACallOfItsListener() throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    CompletableFuture<ZigbeeRadio> made = new CompletableFuture<>();
    ScriptedNcp other = new ScriptedNcp();
    ZigbeeRadio closing =
        HastyRadio.on(
            PORT,
            new Heard() {
              @Override
              public void received(ApsIndication indication) {
                made.join().close();
                closed.complete(null);
              }
            },
            other);
    made.complete(closing);
    await(closing.open());

    other.callback(0x45, MESSAGE);

    closed.get(2, TimeUnit.SECONDS);
    assertThatThrownBy(() -> await(closing.send(REQUEST))).cause().satisfies(reason(Reason.CLOSED));
  }

  @Test
  void closesFromTheCallThatItIsDownAndFromAStage() throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    CompletableFuture<ZigbeeRadio> made = new CompletableFuture<>();
    ScriptedNcp other = new ScriptedNcp();
    made.complete(
        HastyRadio.on(
            PORT,
            new Heard() {
              @Override
              public void down(RadioException reason) {
                made.join().close();
                closed.complete(null);
              }
            },
            other));
    await(made.join().open());
    await(radio.open());

    other.hangUp();
    await(radio.networkKey().thenAccept(key -> radio.close()));

    closed.get(2, TimeUnit.SECONDS);
  }

  @Test
  void closesThoughItsListenerHangs() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ScriptedNcp other = new ScriptedNcp();
    ZigbeeRadio hanging =
        HastyRadio.on(
            PORT,
            new Heard() {
              @Override
              public void received(ApsIndication indication) {
                inside.countDown();
                try {
                  release.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            },
            other);
    await(hanging.open());
    CompletionStage<Void> pending = hanging.send(REQUEST);
    other.callback(0x45, MESSAGE);
    assertThat(inside.await(2, TimeUnit.SECONDS)).isTrue();

    assertClosesSoon(hanging);

    release.countDown();
    assertThatThrownBy(() -> await(pending)).cause().satisfies(reason(Reason.CLOSED));
  }

  @Test
  void createdButNeverOpenedLeavesNothing() throws Exception {
    CompletionStage<Void> early = radio.send(REQUEST);

    assertClosesSoon(radio);

    assertThatThrownBy(() -> await(early)).cause().isInstanceOf(RadioException.class);
    assertThatThrownBy(() -> await(radio.open())).cause().satisfies(reason(Reason.CLOSED));
  }

  private CompletionStage<Void> sendOne() throws Exception {
    CompletableFuture<Octets> sent = ncp.next(SEND_UNICAST);
    CompletionStage<Void> stage = radio.send(REQUEST);
    sent.get(5, TimeUnit.SECONDS);
    return stage;
  }

  private static void assertClosesSoon(ZigbeeRadio radio) {
    long start = System.nanoTime();
    radio.close();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_500));
  }
}
