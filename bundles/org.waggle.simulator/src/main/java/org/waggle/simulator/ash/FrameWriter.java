package org.waggle.simulator.ash;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/** Collects frames as the bytes that go over the line, until they are taken in one piece. */
public final class FrameWriter {

  private byte[] line = new byte[1024];
  private int size;
  private int crc;

  public void write(AshFrame frame) {
    if (frame instanceof AshFrame.Data data) {
      write(data.number(), data.retransmitted(), data.acknowledged(), data.payload().toArray());
      return;
    }
    if (frame instanceof AshFrame.ResetAck) {
      // Ends whatever half frame the host may have seen before the reset.
      put(Stuffing.CANCEL);
    }
    crc = Crc.START;
    for (byte value : frame.encode()) {
      stuff(value);
    }
    end();
  }

  /** A data frame with an EZSP frame in it. */
  void write(int number, boolean retransmitted, int acknowledged, byte[] payload) {
    crc = Crc.START;
    stuff(number << 4 | (retransmitted ? 8 : 0) | acknowledged);
    for (int i = 0; i < payload.length; i++) {
      stuff(payload[i] ^ Randomiser.at(i));
    }
    end();
  }

  /** Bytes that are on the line already. */
  void append(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, line, size, bytes.length);
    size += bytes.length;
  }

  /** What was written since the last call. */
  public byte[] take() {
    byte[] bytes = Arrays.copyOf(line, size);
    clear();
    return bytes;
  }

  /** Hands on what {@link #take} would return, without a copy: it is only there meanwhile. */
  void send(ObjIntConsumer<byte[]> end) {
    end.accept(line, size);
    clear();
  }

  void clear() {
    size = 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  private void end() {
    int check = crc;
    stuff(check >> 8);
    stuff(check & 0xFF);
    put(Stuffing.FLAG);
  }

  private void stuff(int value) {
    int octet = value & 0xFF;
    crc = Crc.next(crc, octet);
    if (Stuffing.isReserved(octet)) {
      put(Stuffing.ESCAPE);
      put(octet ^ Stuffing.FLIP);
    } else {
      put(octet);
    }
  }

  private void put(int value) {
    reserve(1);
    line[size++] = (byte) value;
  }

  private void reserve(int count) {
    if (size + count > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, size + count));
    }
  }
}
