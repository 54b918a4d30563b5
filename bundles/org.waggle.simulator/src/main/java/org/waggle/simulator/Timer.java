package org.waggle.simulator;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task of the event loop that has its time. */
final class Timer<V> extends FutureTask<V> implements ScheduledFuture<V> {

  private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

  private final EventLoop loop;

  /** 0: once; positive: from one beginning to the next; negative: from an end to a beginning. */
  private final long periodNanos;

  private long due;

  Timer(EventLoop loop, Callable<V> task, long delayNanos, long periodNanos) {
    super(task);
    this.loop = loop;
    this.periodNanos = periodNanos;
    this.due = System.nanoTime() + delayNanos;
  }

  boolean isDue() {
    return due - System.nanoTime() <= 0;
  }

  @Override
  public void run() {
    if (periodNanos == 0) {
      super.run();
    } else if (runAndReset()) {
      due = periodNanos > 0 ? due + periodNanos : System.nanoTime() - periodNanos;
      loop.add(this);
    }
  }

  /** Executors keep it to themselves otherwise. */
  @Override
  protected void setException(Throwable fault) {
    LOG.error("The simulator has a fault", fault);
    super.setException(fault);
  }

  @Override
  public boolean cancel(boolean interrupts) {
    boolean cancelled = super.cancel(false);
    loop.remove(this);
    return cancelled;
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(due - ((Timer<?>) other).due, 0);
  }
}
