package org.waggle.bridge.device;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the tasks of one device's definition on workers, one at a time. */
final class SerialRunner implements Runner {

  private final Workers workers;
  private final Runnable overrun;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param overrun run on the event thread when a task took too long; no task runs any more then
   */
  SerialRunner(Workers workers, Runnable overrun) {
    this.workers = workers;
    this.overrun = overrun;
  }

  @Override
  public boolean isInPlace() {
    return false;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      workers.execute(this::runNext, overrun);
    }
  }

  private void runNext() {
    Runnable task = tasks.remove();
    try {
      task.run();
    } finally {
      if (waiting.decrementAndGet() > 0) {
        workers.execute(this::runNext, overrun);
      }
    }
  }
}
