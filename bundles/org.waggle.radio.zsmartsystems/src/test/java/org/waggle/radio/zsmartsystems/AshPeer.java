package org.waggle.radio.zsmartsystems;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The coordinator's end of an ASH link (UG101), on one stream pair; window 5 as real firmware. */
final class AshPeer implements AutoCloseable {

  private static final int FLAG = 0x7E;
  private static final int ESCAPE = 0x7D;
  private static final int CANCEL = 0x1A;
  private static final int WINDOW = 5;
  private static final long RETRANSMIT_MILLIS = 1_600;

  private final InputStream in;
  private final OutputStream out;
  private final Consumer<byte[]> onData;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ash-peer");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final Deque<byte[]> unacknowledged = new ArrayDeque<>();
  private int firstUnacknowledged;
  private int expected;
  private int naks;
  private boolean corruptNext;
  private long lastProgress;

  AshPeer(InputStream in, OutputStream out, Consumer<byte[]> onData) {
    this.in = in;
    this.out = out;
    this.onData = onData;
    timer.scheduleWithFixedDelay(this::retransmitLate, 100, 100, TimeUnit.MILLISECONDS);
  }

  /** Reads until the link ends. */
  void run() throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    boolean escaped = false;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet == FLAG) {
        accept(frame.toByteArray());
        frame.reset();
      } else if (octet == CANCEL) {
        frame.reset();
      } else if (octet == ESCAPE) {
        escaped = true;
      } else {
        frame.write(escaped ? octet ^ 0x20 : octet);
        escaped = false;
      }
    }
  }

  private void accept(byte[] frame) throws IOException {
    if (frame.length < 3 || crc(frame, frame.length) != 0) {
      return;
    }
    int control = frame[0] & 0xFF;
    byte[] data = null;
    synchronized (this) {
      if (control == 0xC0) {
        reset();
      } else if ((control & 0x80) == 0) {
        acknowledged(control & 7);
        if (control >> 4 == expected) {
          expected = (expected + 1) & 7;
          data = randomised(Arrays.copyOfRange(frame, 1, frame.length - 2));
        }
        write(new byte[] {(byte) (0x80 | expected)});
      } else if ((control & 0xE0) == 0x80) {
        acknowledged(control & 7);
      } else if ((control & 0xE0) == 0xA0) {
        naks++;
        acknowledged(control & 7);
        retransmit();
      }
      fill();
    }
    if (data != null) {
      onData.accept(data);
    }
  }

  private void reset() throws IOException {
    waiting.clear();
    unacknowledged.clear();
    firstUnacknowledged = 0;
    expected = 0;
    resetAcknowledge(0x0B);
  }

  /** What a coordinator says after a reset, asked for or not. */
  synchronized void resetAcknowledge(int code) throws IOException {
    write(new byte[] {(byte) 0xC1, 0x02, (byte) code});
  }

  synchronized void error(int code) throws IOException {
    write(new byte[] {(byte) 0xC2, 0x02, (byte) code});
  }

  /** Sends a data frame as soon as the window allows. */
  synchronized void send(byte[] data) {
    waiting.add(data);
    fill();
  }

  synchronized void corruptNext() {
    corruptNext = true;
  }

  synchronized int naks() {
    return naks;
  }

  private void acknowledged(int number) {
    while (!unacknowledged.isEmpty() && firstUnacknowledged != number) {
      unacknowledged.remove();
      firstUnacknowledged = (firstUnacknowledged + 1) & 7;
      lastProgress = System.nanoTime();
    }
  }

  private void fill() {
    while (unacknowledged.size() < WINDOW && !waiting.isEmpty()) {
      byte[] data = waiting.remove();
      transmit(data, (firstUnacknowledged + unacknowledged.size()) & 7, false);
      unacknowledged.add(data);
      lastProgress = System.nanoTime();
    }
  }

  private synchronized void retransmitLate() {
    if (System.nanoTime() - lastProgress > TimeUnit.MILLISECONDS.toNanos(RETRANSMIT_MILLIS)) {
      retransmit();
    }
  }

  private void retransmit() {
    int number = firstUnacknowledged;
    for (byte[] data : unacknowledged) {
      transmit(data, number, true);
      number = (number + 1) & 7;
    }
    lastProgress = System.nanoTime();
  }

  private void transmit(byte[] data, int number, boolean again) {
    byte[] frame = new byte[data.length + 1];
    frame[0] = (byte) (number << 4 | (again ? 8 : 0) | expected);
    System.arraycopy(randomised(data), 0, frame, 1, data.length);
    try {
      write(frame);
    } catch (IOException e) {
      waiting.clear(); // the link is gone, and its end shows in run()
    }
  }

  private void write(byte[] frame) throws IOException {
    int crc = crc(frame, frame.length) ^ (corruptNext ? 1 : 0);
    corruptNext = false;
    byte[] whole = Arrays.copyOf(frame, frame.length + 2);
    whole[frame.length] = (byte) (crc >> 8);
    whole[frame.length + 1] = (byte) crc;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte octet : whole) {
      switch (octet) {
        case 0x7E, 0x7D, 0x11, 0x13, 0x18, 0x1A -> {
          bytes.write(ESCAPE);
          bytes.write(octet ^ 0x20);
        }
        default -> bytes.write(octet);
      }
    }
    bytes.write(FLAG);
    out.write(bytes.toByteArray());
  }

  private static byte[] randomised(byte[] data) {
    byte[] result = new byte[data.length];
    int register = 0x42;
    for (int i = 0; i < data.length; i++) {
      result[i] = (byte) (data[i] ^ register);
      register = (register & 1) == 0 ? register >> 1 : register >> 1 ^ 0xB8;
    }
    return result;
  }

  static int crc(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return crc & 0xFFFF;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
