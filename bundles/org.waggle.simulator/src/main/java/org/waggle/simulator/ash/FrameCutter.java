package org.waggle.simulator.ash;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Cuts the bytes of a line after each flag, and leaves them as they are. */
final class FrameCutter {

  private static final int LONGEST = 1024;

  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  void clear() {
    begun.reset();
  }

  /** Whether there is a beginning without an end. */
  boolean isBusy() {
    return begun.size() > 0;
  }

  void read(byte[] bytes, int count, Consumer<byte[]> frames) {
    for (int i = 0; i < count; i++) {
      begun.write(bytes[i]);
      if (bytes[i] == Stuffing.FLAG || begun.size() == LONGEST) {
        frames.accept(begun.toByteArray());
        begun.reset();
      }
    }
  }
}
