package io.moquette.broker;

import io.moquette.interception.BrokerInterceptor;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that run what concerns a session, one session always on the same thread.
 *
 * <p>Differs from Moquette's: a command that throws does not end its thread, and the queues, which
 * lose what does not fit, say beforehand that they are filling up.
 */
final class GuardedLoops extends SessionEventLoopGroup {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedLoops.class);

  /** Commands that may wait for one thread. */
  static final int CAPACITY = 32_768;

  /**
   * Commands that may wait for all threads before {@link #congested}. Each can make one more
   * command for each other thread (the deliveries of a publish), so a queue sees twice this number
   * and still has room.
   */
  static final int HIGH_MARK = CAPACITY / 4;

  private static final int LOW_MARK = HIGH_MARK / 2;

  private static final int DRAIN_MILLIS = 500;

  private final AtomicInteger waiting = new AtomicInteger();
  private final Queue<Runnable> resumptions = new ConcurrentLinkedQueue<>();

  GuardedLoops(BrokerInterceptor interceptor) {
    super(interceptor, CAPACITY);
  }

  @Override
  public PostOffice.RouteResult routeCommand(
      String clientId, String description, Callable<String> command) {
    waiting.incrementAndGet();
    PostOffice.RouteResult result =
        super.routeCommand(
            clientId,
            description,
            () -> {
              begun();
              return contained(clientId, description, command);
            });
    if (!result.isSuccess()) {
      begun();
    }
    return result;
  }

  /** Moquette's has no place for a client id whose hash is the smallest integer. */
  @Override
  int targetQueueOrdinal(String clientId) {
    return Math.floorMod(clientId.hashCode(), getEventLoopCount());
  }

  /** Whether whoever has more to do should wait for {@link #whenRelieved}. */
  boolean congested() {
    return waiting.get() > HIGH_MARK;
  }

  /** Calls back once, on any thread, when the loops have caught up. Must not block. */
  void whenRelieved(Runnable resumption) {
    resumptions.add(resumption);
    if (!congested()) {
      resume();
    }
  }

  /** Ends the threads after they have done what was asked of them so far. */
  @Override
  public void terminate() {
    CountDownLatch done = new CountDownLatch(getEventLoopCount());
    for (int loop = 0; loop < getEventLoopCount(); loop++) {
      routeCommand(clientIdOf(loop), "DRAIN", () -> counted(done));
    }
    try {
      if (!done.await(DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("MQTT broker stops with about {} messages not yet handed on", waiting.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    super.terminate();
  }

  private static String counted(CountDownLatch latch) {
    latch.countDown();
    return "";
  }

  /** Single characters have consecutive hashes. */
  private static String clientIdOf(int loop) {
    return String.valueOf((char) loop);
  }

  private void begun() {
    if (waiting.decrementAndGet() == LOW_MARK) {
      resume();
    }
  }

  private void resume() {
    for (Runnable next = resumptions.poll(); next != null; next = resumptions.poll()) {
      try {
        next.run();
      } catch (RejectedExecutionException e) {
        LOG.debug("Whoever waited is gone", e);
      }
    }
  }

  // Anything thrown here would end the thread, and half of all clients would be deaf for good.
  private static String contained(String clientId, String description, Callable<String> command) {
    try {
      command.call();
    } catch (Throwable e) {
      LOG.error("MQTT client {}: {} failed", clientId, description, e);
    }
    return clientId;
  }
}
