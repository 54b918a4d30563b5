package io.moquette.broker;

import io.moquette.interception.BrokerInterceptor;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which all that concerns sessions runs: the event loop that also serves the
 * clients' channels. So a message is taken in, routed and written without changing threads, and no
 * queue is in between that could overflow.
 *
 * <p>Takes the place of Moquette's threads, of which there is one for each processor beside the
 * channels' own. A command that throws costs itself only.
 */
final class BrokerLoop extends SessionEventLoopGroup {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerLoop.class);

  private static final int DRAIN_MILLIS = 500;

  private final EventLoop loop;
  private volatile boolean ended;

  BrokerLoop(BrokerInterceptor interceptor, EventLoop loop) {
    super(interceptor, 1);
    super.terminate(); // Moquette has started its threads by now
    this.loop = loop;
  }

  /** Runs a command at once if this is the loop, else behind what waits for it. */
  @Override
  public PostOffice.RouteResult routeCommand(
      String clientId, String description, Callable<String> command) {
    if (ended) {
      return PostOffice.RouteResult.failed(clientId, "the broker has stopped");
    }
    if (loop.inEventLoop()) {
      contained(clientId, description, command);
      return PostOffice.RouteResult.success(clientId, CompletableFuture.completedFuture(clientId));
    }
    try {
      return PostOffice.RouteResult.success(
          clientId,
          CompletableFuture.runAsync(() -> contained(clientId, description, command), loop));
    } catch (RejectedExecutionException e) {
      return PostOffice.RouteResult.failed(clientId, "the broker has stopped");
    }
  }

  /**
   * Runs a command behind what waits for the loop, on the loop itself, too.
   *
   * @return false if it never will
   */
  boolean execute(Runnable command) {
    if (ended) {
      return false;
    }
    try {
      loop.execute(() -> run(command));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  int targetQueueOrdinal(String clientId) {
    return 0;
  }

  @Override
  public int getEventLoopCount() {
    return 1;
  }

  @Override
  String sessionLoopThreadName(String clientId) {
    return loop.inEventLoop() ? Thread.currentThread().getName() : "the broker's";
  }

  /** Does what was asked for so far, and nothing more; the loop itself stays. */
  @Override
  public void terminate() {
    CountDownLatch done = new CountDownLatch(1);
    if (!execute(done::countDown)) {
      return;
    }
    try {
      if (!done.await(DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("MQTT broker stops with messages not yet handed on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended = true;
  }

  // Anything thrown by these would leave whoever comes next in the middle of something.

  private static void run(Runnable command) {
    try {
      command.run();
    } catch (Throwable e) {
      LOG.error("A command of the MQTT broker failed", e);
    }
  }

  private static void contained(String clientId, String description, Callable<String> command) {
    try {
      command.call();
    } catch (Throwable e) {
      LOG.error("MQTT client {}: {} failed", clientId, description, e);
    }
  }
}
