package org.waggle.radio.ember;

import java.time.Duration;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.ember.link.Timer;

/**
 * Frames that wait, in the order they came. After the coordinator had no room for one, all wait for
 * a while, longer each time in a row. In turns of the link.
 */
final class Lane {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final int DOUBLINGS = 4;

  /** A broadcast table that is full has room again in less. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Ncp ncp;
  private final Runnable onResume;
  private final PriorityQueue<Message> waiting = new PriorityQueue<>();
  private @Nullable Timer pause;
  private int refusals;

  Lane(Ncp ncp, Runnable onResume) {
    this.ncp = ncp;
    this.onResume = onResume;
  }

  void add(Message message) {
    waiting.add(message);
  }

  /** The first one, if it may go now. */
  @Nullable Message first() {
    return pause == null ? waiting.peek() : null;
  }

  void remove() {
    waiting.remove();
  }

  /** The coordinator took a frame. */
  void went() {
    refusals = 0;
  }

  /**
   * The coordinator had no room for a frame.
   *
   * @return whether it will be offered again; false if that was done long enough
   */
  boolean again(Message message) {
    if (message.busySince < 0) {
      message.busySince = ncp.now();
    } else if (ncp.now() - message.busySince > PATIENCE.toNanos()) {
      return false;
    }
    waiting.add(message);
    if (pause == null) {
      Duration length = SHORTEST_PAUSE.multipliedBy(1L << Math.min(refusals, DOUBLINGS));
      refusals++;
      pause = ncp.after(length, this::resume);
    }
    return true;
  }

  private void resume() {
    pause = null;
    onResume.run();
  }

  /** Room became free: no use to wait longer. */
  void hurry() {
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
  }

  void clear() {
    waiting.clear();
  }
}
