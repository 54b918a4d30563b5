package org.waggle.simulator.ash;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.Octets;

/**
 * What an NCP has to send: responses before callbacks, at most {@link #SIZE} frames unacknowledged.
 */
final class SendWindow {

  static final int SIZE = 3;

  private record Frame(Octets payload, Runnable acknowledged) {}

  private static final int MODULUS = 8;

  private final Deque<Frame> responses = new ArrayDeque<>();
  private final Deque<Frame> callbacks = new ArrayDeque<>();
  private final Deque<Frame> unacknowledged = new ArrayDeque<>();
  private int oldest;

  void addResponse(Octets payload) {
    responses.add(new Frame(payload, () -> {}));
  }

  void addCallback(Octets payload, Runnable acknowledged) {
    callbacks.add(new Frame(payload, acknowledged));
  }

  void clear() {
    responses.clear();
    callbacks.clear();
    unacknowledged.clear();
    oldest = 0;
  }

  boolean hasUnacknowledged() {
    return !unacknowledged.isEmpty();
  }

  int waiting() {
    return responses.size() + callbacks.size();
  }

  /** The next frame to send for the first time, if the window has room for one. */
  AshFrame.@Nullable Data next(int acknowledged, boolean hostWantsCallbacks) {
    if (unacknowledged.size() >= SIZE) {
      return null;
    }
    Frame frame = responses.poll();
    if (frame == null && hostWantsCallbacks) {
      frame = callbacks.poll();
    }
    if (frame == null) {
      return null;
    }
    int number = (oldest + unacknowledged.size()) % MODULUS;
    unacknowledged.add(frame);
    return new AshFrame.Data(number, false, acknowledged, frame.payload);
  }

  /** All unacknowledged frames, as retransmissions. */
  void again(int acknowledged, Consumer<AshFrame> line) {
    int number = oldest;
    for (Frame frame : unacknowledged) {
      line.accept(new AshFrame.Data(number, true, acknowledged, frame.payload));
      number = (number + 1) % MODULUS;
    }
  }

  /** The host has everything before {@code next}; tells whether that was news and credible. */
  boolean acknowledge(int next) {
    int count = Math.floorMod(next - oldest, MODULUS);
    if (count == 0 || count > unacknowledged.size()) {
      return false;
    }
    oldest = next;
    for (int i = 0; i < count; i++) {
      unacknowledged.remove().acknowledged.run();
    }
    return true;
  }
}
