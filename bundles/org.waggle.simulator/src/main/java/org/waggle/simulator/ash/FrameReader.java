package org.waggle.simulator.ash;

import java.util.Arrays;
import java.util.function.Consumer;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;

/** Cuts the bytes of a line into frames, whatever the pieces in which they arrive. */
public final class FrameReader {

  private static final int CRC_LENGTH = 2;
  private static final int CAPACITY = 1 + AshFrame.MAX_DATA + CRC_LENGTH;

  private final byte[] buffer = new byte[CAPACITY];
  private int length;
  private boolean escaped;
  private boolean broken;

  /** Hands each frame that {@code bytes} completes to {@code frames}, in order. */
  public void read(byte[] bytes, int count, Consumer<Decoded<AshFrame>> frames) {
    for (int i = 0; i < count; i++) {
      read(bytes[i] & 0xFF, frames);
    }
  }

  private void read(int value, Consumer<Decoded<AshFrame>> frames) {
    switch (value) {
      case Stuffing.FLAG -> {
        // Hosts may open a frame with a flag as well: nothing between two flags is no frame.
        if (length > 0 || broken) {
          complete(frames);
        }
        startOver();
      }
      case Stuffing.CANCEL -> startOver();
      case Stuffing.SUBSTITUTE -> broken = true;
      case Stuffing.XON, Stuffing.XOFF -> {}
      case Stuffing.ESCAPE -> escaped = true;
      default -> append(escaped ? value ^ Stuffing.FLIP : value);
    }
  }

  private void append(int value) {
    escaped = false;
    if (length == buffer.length) {
      broken = true;
    } else {
      buffer[length++] = (byte) value;
    }
  }

  private void complete(Consumer<Decoded<AshFrame>> frames) {
    if (length <= CRC_LENGTH && !broken) {
      // Some hosts send a NAK without its control byte; there is nothing to answer.
      return;
    }
    frames.accept(decode());
  }

  private Decoded<AshFrame> decode() {
    int end = length - CRC_LENGTH;
    if (broken) {
      return Decoded.malformed("line error or more than " + CAPACITY + " bytes", octets());
    }
    int crc = (buffer[end] & 0xFF) << 8 | (buffer[end + 1] & 0xFF);
    if (crc != Crc.of(buffer, end)) {
      return Decoded.malformed("wrong CRC", octets());
    }
    return AshFrame.decode(Arrays.copyOf(buffer, end));
  }

  private Octets octets() {
    return Octets.of(Arrays.copyOf(buffer, length));
  }

  private void startOver() {
    length = 0;
    escaped = false;
    broken = false;
  }
}
