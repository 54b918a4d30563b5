package org.waggle.radio.zsmartsystems;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** The one thread on which a radio's blocking commands run, in the order in which they came. */
final class CommandThread {

  private static final Logger LOG = LoggerFactory.getLogger(CommandThread.class);

  private static final long CLOSE_MILLIS = 800;

  private final ScheduledThreadPoolExecutor executor;
  private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread thread;

  CommandThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              thread = made;
              return made;
            });
    executor.setRemoveOnCancelPolicy(true);
  }

  ScheduledExecutorService executor() {
    return executor;
  }

  /** Runs a command; the stage fails with {@link RadioException} only. */
  <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<T> command) {
    CompletableFuture<T> result = new CompletableFuture<>();
    pending.add(result);
    try {
      executor.execute(() -> run(command, result));
    } catch (RejectedExecutionException e) {
      fail(result, new RadioException(Reason.CLOSED, "The radio was closed"));
    }
    return result;
  }

  private <T extends @Nullable Object> void run(Supplier<T> command, CompletableFuture<T> result) {
    try {
      T value = command.get();
      pending.remove(result);
      result.complete(value);
    } catch (RadioException e) {
      fail(result, e);
    } catch (RuntimeException | LinkageError e) {
      // The library throws whatever it runs into when its link breaks under it.
      fail(result, new RadioException(Reason.LINK_LOST, "The ember dongle failed: " + e, e));
    }
  }

  private void fail(CompletableFuture<?> result, RadioException reason) {
    pending.remove(result);
    result.completeExceptionally(reason);
  }

  /** Fails what is under way or waits, without waiting for the thread. */
  void fail(RadioException reason) {
    pending.forEach(result -> fail(result, reason));
  }

  /** Runs something again and again, with a pause between. */
  void every(Duration pause, Runnable command) {
    executor.scheduleWithFixedDelay(
        () -> {
          try {
            command.run();
          } catch (RuntimeException e) {
            // Whatever it is: the executor would not run it again, and say nothing.
            LOG.debug("A periodic command failed", e);
          }
        },
        pause.toMillis(),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /**
   * Ends the thread; pending commands fail for {@code reason}.
   *
   * @return whether the thread has ended; not if it is the caller, or is stuck
   */
  boolean close(RadioException reason) {
    executor.shutdownNow();
    boolean ended = false;
    if (Thread.currentThread() != thread) {
      try {
        ended = executor.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    fail(reason);
    return ended;
  }
}
