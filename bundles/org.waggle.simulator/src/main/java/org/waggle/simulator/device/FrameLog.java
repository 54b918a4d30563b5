package org.waggle.simulator.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.waggle.zcl.IeeeAddress;

/** The latest frames that a device received. */
public final class FrameLog {

  private static final int CAPACITY = 10_000;

  private final IeeeAddress device;
  private final Deque<ReceivedFrame> frames = new ArrayDeque<>();
  private final List<BiConsumer<IeeeAddress, ReceivedFrame>> listeners =
      new CopyOnWriteArrayList<>();

  FrameLog(IeeeAddress device) {
    this.device = device;
  }

  void add(ReceivedFrame frame) {
    if (frames.size() == CAPACITY) {
      frames.remove();
    }
    frames.add(frame);
    listeners.forEach(listener -> listener.accept(device, frame));
  }

  public List<ReceivedFrame> frames() {
    return List.copyOf(frames);
  }

  public void clear() {
    frames.clear();
  }

  public void addListener(BiConsumer<IeeeAddress, ReceivedFrame> listener) {
    listeners.add(listener);
  }

  public void removeListener(BiConsumer<IeeeAddress, ReceivedFrame> listener) {
    listeners.remove(listener);
  }
}
