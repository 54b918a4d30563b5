package org.waggle.bridge.device;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.waggle.zigbee.api.Subscription;

/**
 * A few threads for code that cannot be trusted with the event thread. A task that overruns its
 * time loses its thread: it is interrupted, left alone and replaced.
 */
final class Workers implements AutoCloseable {

  private final String name;
  private final AtomicInteger numbers = new AtomicInteger();
  private final int size;
  private final Duration limit;
  private final BiFunction<Duration, Runnable, Subscription> schedule;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param network whose definitions run here, for the names of the threads
   * @param size how many threads, made when first needed
   * @param limit of each task
   * @param schedule runs a task later
   */
  Workers(
      String network,
      int size,
      Duration limit,
      BiFunction<Duration, Runnable, Subscription> schedule) {
    this.name = "waggle-" + network + "-definitions-";
    this.size = size;
    this.limit = limit;
    this.schedule = schedule;
  }

  /** A task, and what to do when it overruns. */
  private static final class Job {
    final Runnable task;
    final Runnable overrun;

    /** Whoever sets it first decides: the task by ending, or the limit. */
    final AtomicBoolean over = new AtomicBoolean();

    Job(Runnable task, Runnable overrun) {
      this.task = task;
      this.overrun = overrun;
    }
  }

  /** Runs a task when a thread is free. */
  void execute(Runnable task, Runnable overrun) {
    jobs.add(new Job(task, overrun));
    if (workers.size() < size) {
      addWorker();
    }
  }

  private void addWorker() {
    if (!closed) {
      Worker worker = new Worker();
      workers.add(worker);
      worker.start();
    }
  }

  @Override
  public void close() {
    closed = true;
    workers.forEach(Thread::interrupt);
  }

  private final class Worker extends Thread {

    Worker() {
      super(name + numbers.incrementAndGet());
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (!closed && workers.contains(this)) {
          serve(jobs.take());
        }
      } catch (InterruptedException e) {
        // Closed, or given up: there is nothing left to do on this thread.
      } finally {
        workers.remove(this);
      }
    }

    private void serve(Job job) {
      Subscription watch = schedule.apply(limit, () -> giveUp(job));
      try {
        job.task.run();
      } finally {
        job.over.set(true);
        watch.close();
      }
    }

    private void giveUp(Job job) {
      if (job.over.compareAndSet(false, true)) {
        workers.remove(this);
        interrupt();
        addWorker();
        job.overrun.run();
      }
    }
  }
}
