package org.waggle.mqtt.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moquette.broker.EmbeddedMoquette;
import io.netty.channel.DefaultEventLoop;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.mqtt.api.MqttException;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.broker.store.BrokerStore;

class OutboxTest {

  private final BrokerStore store = BrokerStore.inMemory();
  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final EmbeddedMoquette broker = new EmbeddedMoquette(store, loop);
  private final CountDownLatch release = new CountDownLatch(1);
  private final Outbox outbox = new Outbox(broker, "bridge", Runnable::run);

  @BeforeEach
  void holdUpTheBroker() {
    broker.execute(
        () -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @AfterEach
  void stop() {
    release.countDown();
    broker.close();
    loop.shutdownGracefully(0, 1, SECONDS);
    store.close();
  }

  @Test
  void keepsManyMessagesAndRefusesTheOneTooMany() throws Exception {
    CompletableFuture<Void> last = null;
    for (int i = 0; i < Outbox.LIMIT; i++) {
      last = publish();
    }

    assertThatThrownBy(() -> publish().get(TestBroker.SECONDS, SECONDS))
        .hasCauseInstanceOf(MqttException.class);
    assertThat(last).isNotDone();

    release.countDown();

    last.get(TestBroker.SECONDS, SECONDS);
    publish().get(TestBroker.SECONDS, SECONDS);
  }

  @Test
  void failsWhatItHasNotHandedOnWhenItIsAbandoned() {
    CompletableFuture<Void> waiting = publish();

    outbox.abandon("the broker has stopped");

    assertThatThrownBy(() -> waiting.get(TestBroker.SECONDS, SECONDS))
        .hasCauseInstanceOf(MqttException.class);
  }

  @Test
  void failsWhatComesWhenTheBrokerHasStopped() {
    release.countDown();
    broker.close();

    CompletableFuture<Void> late = publish();

    assertThatThrownBy(() -> late.get(TestBroker.SECONDS, SECONDS))
        .hasCauseInstanceOf(MqttException.class);
  }

  @Test
  void tellsResultsWhereItWasAskedToOnlyIfAnybodyWaits() throws Exception {
    Queue<Runnable> told = new ConcurrentLinkedQueue<>();
    Outbox elsewhere = new Outbox(broker, "other", told::add);
    CompletableFuture<Void> awaited =
        elsewhere.publish(MqttMessage.of("a", "x")).thenRun(() -> {}).toCompletableFuture();
    elsewhere.publish(MqttMessage.of("a", "y"));
    CountDownLatch routed = new CountDownLatch(1);
    broker.execute(routed::countDown);

    release.countDown();

    assertThat(routed.await(TestBroker.SECONDS, SECONDS)).isTrue();
    assertThat(awaited).isNotDone();
    told.remove().run();
    assertThat(awaited).isDone();
    assertThat(told).isEmpty();
  }

  private CompletableFuture<Void> publish() {
    return outbox.publish(MqttMessage.of("a", "x")).toCompletableFuture();
  }
}
