package org.waggle.radio.ember.ash;

/** DATA frames that were sent and are not acknowledged yet (UG101, 5.1). */
final class SendWindow {

  private static final int MASK = Control.NUMBERS - 1;

  private final int size;
  private final byte[][] data = new byte[Control.NUMBERS][Control.LONGEST_DATA];
  private final int[] lengths = new int[Control.NUMBERS];
  private final long[] sentAt = new long[Control.NUMBERS];
  private final boolean[] retransmitted = new boolean[Control.NUMBERS];
  private int oldest;
  private int count;

  SendWindow(int size) {
    this.size = size;
  }

  void clear() {
    oldest = 0;
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int room() {
    return size - count;
  }

  /** Whether nothing was acknowledged since {@link #clear}. */
  boolean untouched() {
    return oldest == 0;
  }

  void add(byte[] frame, int offset, int length, long now) {
    int number = oldest + count & MASK;
    System.arraycopy(frame, offset, data[number], 0, length);
    Randomizer.apply(data[number], 0, length);
    lengths[number] = length;
    sentAt[number] = now;
    retransmitted[number] = false;
    count++;
  }

  /** Writes the frame that was added last. */
  void writeLast(FrameWriter line, int acknowledged) {
    write(line, oldest + count - 1 & MASK, acknowledged);
  }

  /** Writes all frames, as ones that were sent before. */
  int writeAll(FrameWriter line, int acknowledged) {
    for (int i = 0; i < count; i++) {
      int number = oldest + i & MASK;
      retransmitted[number] = true;
      write(line, number, acknowledged);
    }
    return count;
  }

  private void write(FrameWriter line, int number, int acknowledged) {
    int control = Control.data(number, retransmitted[number], acknowledged);
    line.frame(control, data[number], lengths[number]);
  }

  /** Whether the other side can be expecting frame {@code next}. */
  boolean isCredible(int next) {
    return (next - oldest & MASK) <= count;
  }

  /** How many frames an acknowledgement up to {@code next} is news of. */
  int news(int next) {
    return next - oldest & MASK;
  }

  /** When the last of the frames before {@code next} was sent; -1 if it was sent several times. */
  long sentOnceAt(int next) {
    int last = next - 1 & MASK;
    return retransmitted[last] ? -1 : sentAt[last];
  }

  /** Forgets the frames before {@code next}. */
  void acknowledge(int next) {
    count -= next - oldest & MASK;
    oldest = next;
  }
}
