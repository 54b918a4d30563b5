package org.waggle.simulator.ash;

import java.io.ByteArrayOutputStream;

/** Collects frames as the bytes that go over the line, until they are taken in one piece. */
public final class FrameWriter {

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final LineFaults faults;

  /** {@code faults} may damage what is written, after its CRC was computed. */
  public FrameWriter(LineFaults faults) {
    this.faults = faults;
  }

  public void write(AshFrame frame) {
    byte[] bytes = frame.encode();
    int crc = Crc.of(bytes, bytes.length);
    if (frame instanceof AshFrame.ResetAck) {
      // Ends whatever half frame the host may have seen before the reset.
      line.write(Stuffing.CANCEL);
    } else if (faults.loses()) {
      return;
    } else {
      faults.damage(bytes, bytes.length);
    }
    Stuffing.write(bytes, crc, line);
  }

  /** What was written since the last call. */
  public byte[] take() {
    byte[] bytes = line.toByteArray();
    line.reset();
    return bytes;
  }

  public boolean isEmpty() {
    return line.size() == 0;
  }
}
