package org.waggle.radio.ember.link;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.ember.ash.AshHost;

/** What is to be done later. Under the lock of its link. */
final class Timers {

  /** Something to be done at a time. */
  final class Timer implements NcpLink.Timer, Comparable<Timer> {

    private final long deadline;
    private final Runnable action;

    private Timer(long deadline, Runnable action) {
      this.deadline = deadline;
      this.action = action;
    }

    @Override
    public void cancel() {
      queue.remove(this);
    }

    @Override
    public int compareTo(Timer other) {
      return Long.compare(deadline, other.deadline);
    }
  }

  private final PriorityQueue<Timer> queue = new PriorityQueue<>();

  Timer at(long deadline, Runnable action) {
    Timer timer = new Timer(deadline, action);
    queue.add(timer);
    return timer;
  }

  long deadline() {
    Timer next = queue.peek();
    return next == null ? AshHost.NEVER : next.deadline;
  }

  /** The next action that is due, taken out; null if there is none. */
  @Nullable Runnable due(long now) {
    if (deadline() > now) {
      return null;
    }
    Timer next = queue.poll();
    return next == null ? null : next.action;
  }

  void clear() {
    queue.clear();
  }
}
