package org.waggle.mqtt.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.waggle.mqtt.broker.WireClient.publish;

import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that send or read faster or slower than others. */
class LoadTest {

  private RunningBroker broker;
  private WireClient alice;
  private WireClient bob;

  @BeforeEach
  void start() throws Exception {
    Settings settings = new Settings("127.0.0.1", 0, Path.of("unused"), false, 16 << 20);
    broker = RunningBroker.start(settings, id -> false);
    broker.listener().open();
    alice = client().connected("alice");
    bob = client().connected("bob");
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
    broker.close();
  }

  @Test
  void losesNothingWhenAClientSendsFasterThanItIsServed() throws Exception {
    int messages = 40_000; // more than buffers hold
    bob.subscribed("flood", 0);

    alice.sendAll(
        IntStream.range(0, messages)
            .mapToObj(i -> publish("flood", String.valueOf(i), 0, false, false, 0))
            .toList());

    for (int i = 0; i < messages; i++) {
      String payload = bob.delivery().payload();
      if (!payload.equals(String.valueOf(i))) {
        fail("message %s in place of %s", payload, i);
      }
    }
  }

  @Test
  void deliversTheLastWordsOfAClientThatLeftWhileTheBrokerWasBusy() throws Exception {
    bob.subscribed("#", 0);
    CountDownLatch release = hold();

    alice.sendAll(
        List.of(
            publish("last/words", "bye", 0, false, false, 0),
            MqttMessageBuilders.disconnect().build()));
    alice.vanish();
    release.countDown();

    assertThat(bob.delivery().payload()).isEqualTo("bye");
  }

  @Test
  void losesMessagesOfQos0ToAClientThatDoesNotReadButNoOthers() throws Exception {
    int messages = 40;
    String mebibyte = "x".repeat(1 << 20);
    alice.published("retained", mebibyte, true);
    bob.subscribed("#", 1);
    bob.delivery();
    bob.stopReading();

    for (int i = 0; i < messages; i++) {
      alice.send(publish("flood", mebibyte, 0, false, false, 0));
    }
    alice.published("flood", "end", false);

    bob.readOn();
    int received = 0;
    while (!bob.delivery().payload().equals("end")) {
      received++;
    }
    assertThat(received).isBetween(16, messages - 1);
    alice.published("flood", "after", false);
    assertThat(bob.delivery().payload()).isEqualTo("after");
  }

  /** Keeps the broker from doing anything. */
  private CountDownLatch hold() {
    CountDownLatch release = new CountDownLatch(1);
    broker
        .moquette()
        .execute(
            () -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    return release;
  }

  private WireClient client() throws Exception {
    return WireClient.connectedTo(
        broker
            .listener()
            .address()
            .toCompletableFuture()
            .get(TestBroker.SECONDS, SECONDS)
            .getPort());
  }
}
