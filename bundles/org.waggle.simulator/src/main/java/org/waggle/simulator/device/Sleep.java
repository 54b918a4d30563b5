package org.waggle.simulator.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.air.ApsMessage;

/** The parent of a device that sleeps: keeps messages for it until it polls. */
final class Sleep {

  /** What nwkTransactionPersistenceTime is in Zigbee PRO. */
  static final Duration PERSISTENCE = Duration.ofMillis(7680);

  private record Waiting(ApsMessage message, Consumer<Boolean> delivered, long expires) {}

  private final ScheduledExecutorService scheduler;
  private final SleepPattern pattern;
  private final Supplier<Duration> persistence;
  private final Consumer<Boolean> polled;
  private final Consumer<ApsMessage> device;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final @Nullable ScheduledFuture<?> polling;
  private long awakeUntil = System.nanoTime();
  private boolean expiryPlanned;

  /**
   * @param persistence how long the parent keeps a message
   * @param polled hears of each poll, and whether there was a message
   */
  Sleep(
      ScheduledExecutorService scheduler,
      SleepPattern pattern,
      Supplier<Duration> persistence,
      Consumer<Boolean> polled,
      Consumer<ApsMessage> device) {
    this.scheduler = scheduler;
    this.pattern = pattern;
    this.persistence = persistence;
    this.polled = polled;
    this.device = device;
    long poll = pattern.pollInterval().toNanos();
    this.polling =
        poll > 0
            ? scheduler.scheduleWithFixedDelay(this::poll, poll, poll, TimeUnit.NANOSECONDS)
            : null;
  }

  void close() {
    if (polling != null) {
      polling.cancel(false);
    }
  }

  void joined() {
    stayAwake(pattern.afterJoining());
  }

  void sent() {
    stayAwake(pattern.afterSending());
  }

  void stayAwake(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    if (until - awakeUntil > 0) {
      awakeUntil = until;
    }
    poll();
  }

  boolean isAwake() {
    return awakeUntil - System.nanoTime() > 0;
  }

  void hear(ApsMessage message, Consumer<Boolean> delivered) {
    if (isAwake()) {
      delivered.accept(true);
      device.accept(message);
    } else {
      waiting.add(new Waiting(message, delivered, System.nanoTime() + persistence.get().toNanos()));
      planExpiry();
    }
  }

  private void poll() {
    Waiting next = waiting.poll();
    polled.accept(next != null);
    while (next != null) {
      next.delivered.accept(true);
      device.accept(next.message);
      next = waiting.poll();
    }
  }

  private void planExpiry() {
    Waiting oldest = waiting.peek();
    if (oldest != null && !expiryPlanned) {
      expiryPlanned = true;
      long delay = Math.max(0, oldest.expires - System.nanoTime());
      scheduler.schedule(this::expire, delay, TimeUnit.NANOSECONDS);
    }
  }

  private void expire() {
    expiryPlanned = false;
    Waiting oldest = waiting.peek();
    while (oldest != null && oldest.expires - System.nanoTime() <= 0) {
      waiting.remove().delivered.accept(false);
      oldest = waiting.peek();
    }
    planExpiry();
  }
}
