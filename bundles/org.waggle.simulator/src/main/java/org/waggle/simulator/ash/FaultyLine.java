package org.waggle.simulator.ash;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.ash.LineFaults.Kind;

/** One direction of a line with its faults: what goes in comes out, late or otherwise, or not. */
final class FaultyLine {

  /** A frame that waits for its successor goes on after this time without one. */
  private static final long OVERTAKING_MILLIS = 10;

  private final ScheduledExecutorService scheduler;
  private final LineFaults faults;
  private final Consumer<byte[]> end;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private byte @Nullable [] held;
  private long standsUntil;
  private boolean stands;
  private int generation;

  FaultyLine(ScheduledExecutorService scheduler, LineFaults faults, Consumer<byte[]> end) {
    this.scheduler = scheduler;
    this.faults = faults;
    this.end = end;
  }

  /** Whether frames have to go through here, rather than straight to the end. */
  boolean matters() {
    return faults.arePossible() || held != null || stands;
  }

  /** Forgets what is on its way. */
  void clear() {
    waiting.clear();
    held = null;
    stands = false;
    generation++;
  }

  /** A connection begins anew: no frame of the old one may overtake its first. */
  void beginAnew() {
    held = null;
  }

  /** A frame with its flag; it may be changed. */
  void pass(byte[] frame) {
    if (faults.strike(Kind.LOSE)) {
      return;
    }
    if (faults.strike(Kind.CORRUPT)) {
      faults.corrupt(frame);
    }
    byte[] arriving = faults.noisy(frame);
    if (faults.strike(Kind.DELAY)) {
      stand();
    }
    if (held == null && faults.strike(Kind.REORDER)) {
      hold(arriving);
      return;
    }
    boolean twice = faults.strike(Kind.DUPLICATE);
    go(arriving);
    if (twice) {
      go(arriving.clone());
    }
    release();
  }

  private void go(byte[] frame) {
    if (stands) {
      waiting.add(frame);
    } else {
      end.accept(frame);
    }
  }

  private void hold(byte[] frame) {
    held = frame;
    int now = generation;
    scheduler.schedule(
        () -> {
          if (generation == now && held == frame) {
            release();
          }
        },
        OVERTAKING_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private void release() {
    byte[] frame = held;
    held = null;
    if (frame != null) {
      go(frame);
    }
  }

  private void stand() {
    standsUntil = System.nanoTime() + faults.delay().toNanos();
    if (!stands) {
      stands = true;
      planEnd();
    }
  }

  private void planEnd() {
    int now = generation;
    scheduler.schedule(
        () -> {
          if (generation == now) {
            goOn();
          }
        },
        standsUntil - System.nanoTime(),
        TimeUnit.NANOSECONDS);
  }

  private void goOn() {
    if (standsUntil - System.nanoTime() > 0) {
      planEnd();
      return;
    }
    stands = false;
    byte[] frame = waiting.poll();
    while (frame != null) {
      end.accept(frame);
      frame = waiting.poll();
    }
  }
}
