package org.waggle.simulator.ash;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What an NCP has to send: responses before callbacks, at most {@link #SIZE} frames unacknowledged.
 */
final class SendWindow {

  static final int SIZE = 3;

  /** Puts a data frame on the line. */
  interface Line {
    void write(int number, boolean retransmitted, byte[] payload);
  }

  private record Frame(byte[] payload, Runnable acknowledged) {}

  private static final Runnable NOBODY = () -> {};

  private static final int MODULUS = 8;

  private final Deque<Frame> responses = new ArrayDeque<>();
  private final Deque<Frame> callbacks = new ArrayDeque<>();
  private final Deque<Frame> unacknowledged = new ArrayDeque<>();
  private final Deque<Runnable> toTell = new ArrayDeque<>();
  private int oldest;

  void addResponse(byte[] payload) {
    responses.add(new Frame(payload, NOBODY));
  }

  void addCallback(byte[] payload, Runnable acknowledged) {
    callbacks.add(new Frame(payload, acknowledged));
  }

  void clear() {
    responses.clear();
    callbacks.clear();
    unacknowledged.clear();
    toTell.clear();
    oldest = 0;
  }

  boolean hasUnacknowledged() {
    return !unacknowledged.isEmpty();
  }

  int waiting() {
    return responses.size() + callbacks.size();
  }

  /** Whether callbacks wait behind the responses. */
  boolean callbacksWait() {
    return !callbacks.isEmpty();
  }

  /** Sends what was never sent, as far as the window has room; tells whether there was any. */
  boolean sendNew(boolean hostWantsCallbacks, Line line) {
    boolean sent = false;
    while (unacknowledged.size() < SIZE) {
      Frame frame = responses.poll();
      if (frame == null && hostWantsCallbacks) {
        frame = callbacks.poll();
      }
      if (frame == null) {
        return sent;
      }
      int number = (oldest + unacknowledged.size()) % MODULUS;
      unacknowledged.add(frame);
      line.write(number, false, frame.payload);
      sent = true;
    }
    return sent;
  }

  /** All unacknowledged frames, as retransmissions. */
  void again(Line line) {
    int number = oldest;
    for (Frame frame : unacknowledged) {
      line.write(number, true, frame.payload);
      number = (number + 1) % MODULUS;
    }
  }

  /** Whether it is news, and credible, that the host has everything before {@code next}. */
  boolean acknowledges(int next) {
    int count = Math.floorMod(next - oldest, MODULUS);
    return count > 0 && count <= unacknowledged.size();
  }

  /** The host has everything before {@code next}. */
  void acknowledge(int next) {
    int count = Math.floorMod(next - oldest, MODULUS);
    oldest = next;
    for (int i = 0; i < count; i++) {
      toTell.add(unacknowledged.remove().acknowledged);
    }
    Runnable acknowledged = toTell.poll();
    while (acknowledged != null) {
      acknowledged.run();
      acknowledged = toTell.poll();
    }
  }
}
