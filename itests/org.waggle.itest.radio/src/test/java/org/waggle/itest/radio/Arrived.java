package org.waggle.itest.radio;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.waggle.itest.processes.AirWatch;

/** Counts how often each request of a {@link Load} reached its device. */
final class Arrived {

  private final int[] times;

  /**
   * @param count of requests
   */
  Arrived(int count) {
    times = new int[count];
  }

  void count(AirWatch.Frame frame) {
    if (frame.isCommand(Load.IDENTIFY, 0x00)) {
      String payload = frame.content().get("payload").getAsString();
      count(Integer.parseInt(payload.substring(2, 4) + payload.substring(0, 2), 16));
    }
  }

  private synchronized void count(int number) {
    times[number]++;
    notifyAll();
  }

  synchronized int times(int number) {
    return times[number];
  }

  /** Waits until some have arrived; what is told of the air comes a little later than answers. */
  synchronized void await(Collection<Integer> numbers, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (numbers.stream().anyMatch(number -> times[number] == 0)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
