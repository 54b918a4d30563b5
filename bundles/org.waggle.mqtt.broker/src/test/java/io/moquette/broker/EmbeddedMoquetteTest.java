package io.moquette.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.mqtt.broker.store.BrokerStore;

class EmbeddedMoquetteTest {

  private static final int PATIENCE_SECONDS = 20;

  private final BrokerStore store = BrokerStore.inMemory();
  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final EmbeddedMoquette broker = new EmbeddedMoquette(store, loop);

  @AfterEach
  void stop() {
    broker.close();
    loop.shutdownGracefully(0, 1, SECONDS);
    store.close();
  }

  @Test
  void survivesCommandsThatThrow() throws Exception {
    CountDownLatch later = new CountDownLatch(1);

    broker.execute(() -> fail(new IllegalStateException("on purpose")));
    broker.execute(() -> fail(new AssertionError("on purpose")));
    broker.execute(later::countDown);

    assertThat(later.await(PATIENCE_SECONDS, SECONDS)).isTrue();
  }

  @Test
  void runsACommandOfItsOwnAfterThoseThatWait() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);

    broker.execute(
        () -> {
          broker.execute(() -> order.add("waiting"));
          broker.execute(
              () -> {
                order.add("own");
                done.countDown();
              });
          order.add("first");
        });

    assertThat(done.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    assertThat(order).containsExactly("first", "waiting", "own");
  }

  @Test
  void doesWhatItWasAskedBeforeItStops() {
    CountDownLatch done = new CountDownLatch(1000);
    for (int i = 0; i < 1000; i++) {
      broker.execute(done::countDown);
    }

    broker.close();

    assertThat(done.getCount()).isZero();
  }

  @Test
  void takesNothingMoreOnceItHasStopped() {
    broker.close();

    assertThat(broker.execute(() -> {})).isFalse();
  }

  private static void fail(RuntimeException e) {
    throw e;
  }

  private static void fail(Error e) {
    throw e;
  }
}
