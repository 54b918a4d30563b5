package io.moquette.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.mqtt.broker.store.BrokerStore;

class EmbeddedMoquetteTest {

  private static final int PATIENCE_SECONDS = 20;

  private final BrokerStore store = BrokerStore.inMemory();
  private final DefaultEventLoop timer = new DefaultEventLoop();
  private final EmbeddedMoquette broker = new EmbeddedMoquette(store, timer);

  @AfterEach
  void stop() {
    broker.close();
    timer.shutdownGracefully(0, 1, SECONDS);
    store.close();
  }

  @Test
  void survivesCommandsThatThrow() throws Exception {
    int clients = 2 * Runtime.getRuntime().availableProcessors(); // all loops
    CountDownLatch later = new CountDownLatch(clients);

    for (int i = 0; i < clients; i++) {
      String clientId = "client" + i;
      broker.execute(clientId, () -> fail(new IllegalStateException("on purpose")));
      broker.execute(clientId, () -> fail(new AssertionError("on purpose")));
      broker.execute(clientId, later::countDown);
    }

    assertThat(later.await(PATIENCE_SECONDS, SECONDS)).isTrue();
  }

  @Test
  void saysWhenItIsCongestedAndWhenNoMore() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    broker.execute("client", () -> awaitQuietly(release));
    while (!broker.congested()) {
      assertThat(broker.execute("client", () -> {})).isTrue();
    }
    CountDownLatch relieved = new CountDownLatch(1);

    broker.whenRelieved(relieved::countDown);

    assertThat(relieved.getCount()).isOne();
    release.countDown();
    assertThat(relieved.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    assertThat(broker.congested()).isFalse();
  }

  @Test
  void callsBackAtOnceWhenItIsNotCongested() {
    CountDownLatch relieved = new CountDownLatch(1);

    broker.whenRelieved(relieved::countDown);

    assertThat(relieved.getCount()).isZero();
  }

  @Test
  void doesWhatItWasAskedBeforeItStops() {
    CountDownLatch done = new CountDownLatch(1000);
    for (int i = 0; i < 1000; i++) {
      broker.execute("client" + i, done::countDown);
    }

    broker.close();

    assertThat(done.getCount()).isZero();
  }

  private static void fail(RuntimeException e) {
    throw e;
  }

  private static void fail(Error e) {
    throw e;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
