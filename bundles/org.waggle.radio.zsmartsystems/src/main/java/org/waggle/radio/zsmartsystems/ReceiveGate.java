package org.waggle.radio.zsmartsystems;

/**
 * Holds back the bytes of further frames while the library's receive queue is full.
 *
 * <p>The library's ASH handler has two threads: one parses frames, acknowledges them and puts them
 * into a queue of 20, the other takes them out. The first does not wait for the second: a frame
 * that finds the queue full is lost, although it was acknowledged or will be. So this gate counts
 * what is in the queue (acknowledgements written less frames handed over) and lets the parser have
 * no more bytes while there is no room. The coordinator then finds its frames unacknowledged for a
 * moment and waits, as ASH means it to.
 */
final class ReceiveGate {

  /** Of the queue's 20. */
  private static final int ROOM = 16;

  private static final int ACK = 0x80;
  private static final int TYPE_MASK = 0xE0;
  private static final int NUMBER_MASK = 0x07;

  private static final int PATIENCE = 10;
  private static final long WAIT_MILLIS = 100;

  private int queued;
  private int acknowledged;
  private boolean open = true;

  /**
   * The library wrote an ASH frame. It acknowledges each data frame on its own, after queueing it.
   *
   * @param control the frame's control byte
   */
  synchronized void written(int control) {
    if ((control & TYPE_MASK) == ACK) {
      int number = control & NUMBER_MASK;
      queued += (number - acknowledged) & NUMBER_MASK;
      acknowledged = number;
    }
  }

  /** The number of the next frame that the library expects. */
  synchronized int acknowledged() {
    return acknowledged;
  }

  /** A frame left the queue; possibly before its acknowledgement was written. */
  synchronized void handedOver() {
    queued--;
    if (queued < ROOM) {
      notifyAll();
    }
  }

  /** Waits until there is room for one more frame; about a second at most. */
  synchronized void awaitRoom() {
    for (int i = 0; open && queued >= ROOM; i++) {
      if (i == PATIENCE) {
        // Nothing moved for long: what we count is not in the queue. A malformed frame counts so.
        queued = 0;
        return;
      }
      int before = queued;
      try {
        wait(WAIT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (queued < before) {
        i = 0;
      }
    }
  }

  /** Ends all waiting. */
  synchronized void close() {
    open = false;
    notifyAll();
  }
}
