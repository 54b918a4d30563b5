package org.waggle.simulator.cluster;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Something that changes gradually. A new change replaces the one under way. */
final class Ramp {

  private static final long TICK_MILLIS = 100;

  private final ScheduledExecutorService scheduler;
  private @Nullable Future<?> running;

  Ramp(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Begins a change.
   *
   * @param tenths how long it takes, in tenths of a second
   * @param progress told how far it is, above 0, and in the end 1
   */
  void start(int tenths, DoubleConsumer progress) {
    stop();
    if (tenths <= 0) {
      progress.accept(1);
      return;
    }
    long begin = System.nanoTime();
    double duration = TimeUnit.MILLISECONDS.toNanos(100L * tenths);
    running =
        scheduler.scheduleAtFixedRate(
            () -> {
              double part = Math.min(1, (System.nanoTime() - begin) / duration);
              if (part == 1) {
                stop();
              }
              progress.accept(part);
            },
            TICK_MILLIS,
            TICK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  void stop() {
    if (running != null) {
      running.cancel(false);
      running = null;
    }
  }

  static long between(long from, long to, double part) {
    return Math.round(from + (to - from) * part);
  }
}
