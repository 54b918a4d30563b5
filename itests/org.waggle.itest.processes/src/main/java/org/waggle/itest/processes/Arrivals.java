package org.waggle.itest.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Things in the order in which they arrived, to be gone through while more arrive. */
public final class Arrivals<T> {

  private final List<T> all = new ArrayList<>();

  public synchronized void add(T arrived) {
    all.add(arrived);
    notifyAll();
  }

  /** How many have arrived. */
  public synchronized int count() {
    return all.size();
  }

  /** The one that arrived as number {@code index}, from 0; empty if it does not come in time. */
  public synchronized Optional<T> await(int index, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (all.size() <= index) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return Optional.empty();
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return Optional.of(all.get(index));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** All since number {@code from}. */
  public synchronized List<T> since(int from) {
    return List.copyOf(all.subList(from, all.size()));
  }
}
