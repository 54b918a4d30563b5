package org.waggle.radio.ember.link;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.ember.ash.AshHost;

/** What is to be done later. Under the lock of its link. */
final class Timers {

  /** Something to be done at a time. */
  final class Due implements Timer, Comparable<Due> {

    private final long deadline;
    private final Runnable action;

    private Due(long deadline, Runnable action) {
      this.deadline = deadline;
      this.action = action;
    }

    @Override
    public void cancel() {
      queue.remove(this);
    }

    @Override
    public int compareTo(Due other) {
      return Long.compare(deadline, other.deadline);
    }
  }

  private final PriorityQueue<Due> queue = new PriorityQueue<>();

  Timer at(long deadline, Runnable action) {
    Due timer = new Due(deadline, action);
    queue.add(timer);
    return timer;
  }

  long deadline() {
    Due next = queue.peek();
    return next == null ? AshHost.NEVER : next.deadline;
  }

  /** The next action that is due, taken out; null if there is none. */
  @Nullable Runnable due(long now) {
    if (deadline() > now) {
      return null;
    }
    Due next = queue.poll();
    return next == null ? null : next.action;
  }

  void clear() {
    queue.clear();
  }
}
