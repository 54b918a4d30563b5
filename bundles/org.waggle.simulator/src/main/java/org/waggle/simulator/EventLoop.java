package org.waggle.simulator;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which everything simulated happens, and which also reads and writes: a frame
 * and its answer need no other thread to wake up.
 */
final class EventLoop extends AbstractExecutorService implements ScheduledExecutorService {

  /** Something to do when a channel is ready; on the loop. */
  interface Handler {
    void ready(SelectionKey key);
  }

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

  private final Selector selector;
  private final Thread thread;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Queue<Runnable> submitted = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final PriorityQueue<Timer<?>> timers = new PriorityQueue<>();
  private volatile boolean stopped;

  /**
   * @throws IOException if the system has nothing to wait with
   */
  EventLoop(String name) throws IOException {
    selector = Selector.open();
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** From now on {@code handler} is told when {@code channel} is ready; on the loop only. */
  void register(SelectableChannel channel, int operations, Handler handler) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, operations, handler);
  }

  /** Frees the ports of closed channels now, rather than with the next turn; on the loop only. */
  void freeClosed() throws IOException {
    selector.selectNow(EventLoop::ready);
  }

  private boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void execute(Runnable task) {
    if (stopped) {
      throw new RejectedExecutionException("the simulator has ended");
    } else if (isCurrentThread()) {
      tasks.add(task);
    } else {
      submitted.add(task);
      if (!woken.getAndSet(true)) {
        selector.wakeup();
      }
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return plan(new Timer<>(this, Executors.callable(task), unit.toNanos(delay), 0));
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return plan(new Timer<>(this, task, unit.toNanos(delay), 0));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long first, long period, TimeUnit unit) {
    return plan(
        new Timer<>(this, Executors.callable(task), unit.toNanos(first), unit.toNanos(period)));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long first, long delay, TimeUnit unit) {
    return plan(
        new Timer<>(this, Executors.callable(task), unit.toNanos(first), -unit.toNanos(delay)));
  }

  private <V> Timer<V> plan(Timer<V> timer) {
    add(timer);
    return timer;
  }

  void add(Timer<?> timer) {
    if (isCurrentThread()) {
      timers.add(timer);
    } else {
      execute(() -> timers.add(timer));
    }
  }

  void remove(Timer<?> timer) {
    if (isCurrentThread()) {
      timers.remove(timer);
    } // else its turn comes, and nothing happens
  }

  /** Ends it, and with it the channels: their ports are free then. */
  void end() {
    shutdown();
    try {
      awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void shutdown() {
    stopped = true;
    selector.wakeup();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return stopped;
  }

  @Override
  public boolean isTerminated() {
    return stopped && !thread.isAlive();
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    unit.timedJoin(thread, time);
    return !thread.isAlive();
  }

  private void run() {
    try (selector) {
      while (!stopped) {
        runTasks();
        runTimers();
        select();
      }
    } catch (IOException e) {
      stopped = true;
      LOG.error("The simulator cannot wait any more", e);
    }
  }

  private void runTasks() {
    woken.set(false);
    Runnable task = submitted.poll();
    while (task != null) {
      tasks.add(task);
      task = submitted.poll();
    }
    // Only those that are there now: a task that goes on for ever must not starve the line.
    for (int i = tasks.size(); i > 0; i--) {
      guarded(tasks.remove());
    }
  }

  private void runTimers() {
    Timer<?> next = timers.peek();
    while (next != null && next.isDue()) {
      timers.remove();
      guarded(next);
      next = timers.peek();
    }
  }

  private void select() throws IOException {
    if (!tasks.isEmpty()) {
      selector.selectNow(EventLoop::ready);
      return;
    }
    Timer<?> next = timers.peek();
    long millis = next == null ? 0 : next.getDelay(TimeUnit.MICROSECONDS) / 1000 + 1;
    if (next != null && millis <= 0) {
      selector.selectNow(EventLoop::ready);
    } else {
      selector.select(EventLoop::ready, millis);
    }
  }

  private static void ready(SelectionKey key) {
    if (key.attachment() instanceof Handler handler && key.isValid()) {
      guarded(() -> handler.ready(key));
    }
  }

  /** A fault in the simulator must be seen, and must not end it. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) { // whatever the fault: what others wait for goes on
      LOG.error("The simulator has a fault", e);
    }
  }
}
