package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An executor whose time passes when a test says so; everything runs on the test's thread. */
final class VirtualTime extends AbstractExecutorService
    implements ScheduledExecutorService, InstantSource {

  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private long count;
  private boolean shutdown;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing((Task t) -> t.due).thenComparing(t -> t.number));

  private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {
    private final Instant due;
    private final long number = count++;

    Task(Runnable task, Instant due) {
      super(task, null);
      this.due = due;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(Duration.between(now, due));
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      tasks.remove(this);
      return super.cancel(mayInterrupt);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Runs what is due now. */
  void settle() {
    advance(Duration.ZERO);
  }

  /** Lets time pass, running what falls due in between. */
  void advance(Duration duration) {
    Instant end = now.plus(duration);
    while (!tasks.isEmpty() && !tasks.peek().due.isAfter(end)) {
      Task task = tasks.poll();
      now = task.due.isAfter(now) ? task.due : now;
      task.run();
    }
    now = end;
  }

  @Override
  public void execute(Runnable task) {
    add(task, Duration.ZERO);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return add(task, Duration.of(delay, unit.toChronoUnit()));
  }

  private Task add(Runnable task, Duration delay) {
    if (shutdown) {
      throw new RejectedExecutionException();
    }
    Task added = new Task(task, now.plus(delay));
    tasks.add(added);
    return added;
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    List<Runnable> rest = new ArrayList<>(tasks);
    tasks.clear();
    return rest;
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && tasks.isEmpty();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    settle();
    return true;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    throw new AssertionError("not used");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    throw new AssertionError("not used");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    throw new AssertionError("not used");
  }
}
