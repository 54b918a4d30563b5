package org.waggle.radio.ember.link;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the threads of a link take turns: whoever has a turn does all that is to be done, so what
 * the reader brings needs no other thread's help. The loop's own thread sleeps until a timer is due
 * or another thread asks for something.
 */
final class EventLoop {

  /** What a turn ends with. */
  interface Work {

    /** Does what is due. */
    void round(long now);

    /** When there is something due again; {@link Long#MAX_VALUE} for never. */
    long deadline();

    /**
     * Brings out what the turn has made.
     *
     * @param began when the turn began
     */
    void flush(long began, long now);
  }

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

  private final Thread thread;
  private final Work work;
  private final long origin = System.nanoTime();
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Timers timers = new Timers();
  private long began;
  private long wakesAt = Long.MAX_VALUE;
  private volatile boolean stopping;
  private volatile boolean running;

  /**
   * @param first what the loop's thread does before all else, without a turn; it may block
   */
  EventLoop(String threadName, Runnable first, Work work) {
    this.work = work;
    thread = new Thread(() -> run(first), threadName);
    thread.setDaemon(true);
  }

  void start() {
    running = true;
    thread.start();
  }

  /** Nanoseconds since the loop was made. */
  long now() {
    return System.nanoTime() - origin;
  }

  boolean inTurn() {
    return turn.isHeldByCurrentThread();
  }

  /** Has {@code task} done soon, in a turn; at once by the caller if the loop does not run. */
  void execute(Runnable task) {
    tasks.add(task);
    if (inTurn()) {
      return; // which ends with it
    }
    LockSupport.unpark(thread);
    if (!running) {
      begin();
      end();
    }
  }

  /** In a turn. */
  Timer after(long nanos, Runnable action) {
    return timers.at(now() + nanos, action);
  }

  /** Takes a turn; waits for others' to end. */
  void begin() {
    turn.lock();
    began = now();
  }

  /** When the turn began. */
  long began() {
    return began;
  }

  void end() {
    try {
      finish();
    } finally {
      turn.unlock();
    }
  }

  private void finish() {
    long now = now();
    do {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        run(task, "task");
      }
      for (Runnable due = timers.due(now); due != null; due = timers.due(now)) {
        run(due, "timer");
      }
      work.round(now);
    } while (!tasks.isEmpty());
    work.flush(began, now());
    long next = Math.min(timers.deadline(), work.deadline());
    boolean sooner = next < wakesAt;
    wakesAt = Math.min(next, wakesAt);
    if (!tasks.isEmpty() || (sooner && Thread.currentThread() != thread)) {
      LockSupport.unpark(thread);
    }
  }

  private static void run(Runnable action, String kind) {
    try {
      action.run();
    } catch (RuntimeException e) {
      // One fault, be it a caller's, must not stop the thread that everything depends on.
      LOG.error("A {} of a radio failed", kind, e);
    }
  }

  private void run(Runnable first) {
    first.run();
    long wake = takeTurn();
    while (!stopping) {
      if (wake == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        long left = wake - now();
        if (left > 0) {
          LockSupport.parkNanos(this, left);
        }
      }
      wake = takeTurn();
    }
    running = false;
    takeTurn(); // for what came since the last look
  }

  private long takeTurn() {
    begin();
    try {
      wakesAt = Long.MAX_VALUE;
      finish();
      return wakesAt;
    } finally {
      turn.unlock();
    }
  }

  /** Ends the thread when its turn is over. */
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
  }

  /** Makes the thread give up what it waits for. */
  void interrupt() {
    thread.interrupt();
  }

  /** Waits until the thread has ended; not for the loop's own threads. */
  void join(long millis) throws InterruptedException {
    thread.join(millis);
  }

  /**
   * Takes a turn if it can be had in time.
   *
   * @return whether it was; then {@link #end} must follow
   */
  boolean tryBegin(long millis) throws InterruptedException {
    if (!turn.tryLock(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    began = now();
    return true;
  }
}
