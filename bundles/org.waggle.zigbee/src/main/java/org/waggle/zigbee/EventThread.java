package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeException;

/** The one thread on which everything of a network happens, in order, and its time. */
final class EventThread implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);

  /** So many tasks run in a row; then what was scheduled has its turn. */
  private static final int BATCH = 64;

  private final ScheduledExecutorService executor;
  private final InstantSource clock;

  /** What is to run now: the executor's own queue, which sorts by time, costs more. */
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  private final AtomicBoolean draining = new AtomicBoolean();
  private final Runnable drain = this::drain;

  /** The thread that runs a task now: whoever finds itself here is on the event thread. */
  private @Nullable Thread running;

  EventThread(ScheduledExecutorService executor, InstantSource clock) {
    this.executor = executor;
    this.clock = clock;
  }

  static EventThread start(String networkName) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, Threads.named("waggle-" + networkName + "-event"));
    executor.setRemoveOnCancelPolicy(true);
    return new EventThread(executor, InstantSource.system());
  }

  Instant now() {
    return clock.instant();
  }

  /** Runs a task after what is queued; nothing once closed. */
  @Override
  public void execute(Runnable task) {
    if (!add(task)) {
      LOG.debug("Dropped a task of a closed network");
    }
  }

  private boolean add(Runnable task) {
    if (executor.isShutdown()) {
      return false;
    }
    tasks.add(task);
    if (!draining.getAndSet(true)) {
      drainLater();
    }
    return true;
  }

  private void drainLater() {
    try {
      executor.execute(drain);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Dropped the tasks of a closed network");
    }
  }

  private void drain() {
    for (int i = 0; i < BATCH && !executor.isShutdown(); i++) {
      Runnable task = tasks.poll();
      if (task == null) {
        draining.set(false);
        if (tasks.isEmpty() || draining.getAndSet(true)) {
          return;
        }
      } else {
        run(task);
      }
    }
    drainLater();
  }

  Subscription schedule(Duration delay, Runnable task) {
    try {
      ScheduledFuture<?> future =
          executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Dropped a task of a closed network");
      return () -> {};
    }
  }

  /** A stage that completes after a delay. */
  CompletionStage<Void> delay(Duration delay) {
    CompletableFuture<Void> stage = new CompletableFuture<>();
    schedule(delay, () -> stage.complete(null));
    return stage;
  }

  /** Starts asynchronous work here; what comes of it, also. */
  <T> CompletionStage<T> call(Supplier<CompletionStage<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (!add(() -> start(work, result))) {
      result.completeExceptionally(
          new ZigbeeException(ZigbeeException.Reason.CLOSED, "The network is closed"));
    }
    return result;
  }

  /** As {@link #call}, but at once if this is the event thread: it is called within a task. */
  <T> CompletionStage<T> callNow(Supplier<CompletionStage<T>> work) {
    if (running != Thread.currentThread()) {
      return call(work);
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    start(work, result);
    return result;
  }

  /** A stage of another thread, completing here. */
  <T> CompletionStage<T> bring(CompletionStage<T> stage) {
    CompletableFuture<T> here = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) ->
            execute(
                () -> {
                  if (failure == null) {
                    here.complete(value);
                  } else {
                    here.completeExceptionally(Failures.cause(failure));
                  }
                }));
    return here;
  }

  /** Lets what runs end, and drops the rest. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static <T> void start(Supplier<CompletionStage<T>> work, CompletableFuture<T> result) {
    CompletionStage<T> stage;
    try {
      stage = work.get();
    } catch (RuntimeException | Error e) { // the caller is to hear of it, whatever it is
      result.completeExceptionally(Failures.of(e));
      return;
    }
    stage.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            result.complete(value);
          } else {
            result.completeExceptionally(Failures.of(failure));
          }
        });
  }

  private void run(Runnable task) {
    running = Thread.currentThread();
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // One faulty task must not end the network, and the executor would keep it to itself.
      LOG.error("A task on the event thread failed", e);
    } finally {
      running = null;
    }
  }
}
