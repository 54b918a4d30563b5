package org.waggle.radio.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.waggle.radio.api.RadioPort;

/**
 * An open serial port.
 *
 * <p>The driver frees what it knows of a port that is closed and gone; so {@link #close} waits
 * until no thread is inside the driver.
 */
final class SerialLine implements RadioPort {

  /** How often a read looks whether a write hangs; a multiple of 100. */
  static final int READ_MILLIS = 500;

  private static final long WRITE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long ROOM_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LEAVE_MILLIS = 2_000;

  /** Drivers hold some 4 KiB and block without end when they are full. */
  private static final int ROOM = 2_048;

  private static final String STUCK = "the port took nothing for a second";

  private final SerialPort driver;
  private final Object state = new Object();
  private boolean closed;
  private boolean stuck;
  private int inside;
  private boolean writing;
  private long writingSince;

  /**
   * @param driver open, and reading for {@link #READ_MILLIS} at most
   */
  SerialLine(SerialPort driver) {
    this.driver = driver;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    while (enter()) {
      int count;
      try {
        count = driver.readBytes(buffer, buffer.length);
      } finally {
        leave();
      }
      if (count > 0) {
        return count;
      } else if (count < 0 && isOpen()) {
        throw new IOException("it was unplugged, or failed");
      }
      closeIfStuck();
    }
    if (isStuck()) {
      throw new IOException(STUCK);
    }
    return -1;
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    begin();
    try {
      for (int done = 0; done < length; ) {
        done += writeSome(octets, offset + done, Math.min(length - done, ROOM));
      }
    } finally {
      end();
    }
  }

  private int writeSome(byte[] octets, int offset, int length) throws IOException {
    int count = -1;
    if (enter()) {
      try {
        awaitRoom();
        count = driver.writeBytes(octets, length, offset);
      } finally {
        leave();
      }
    }
    if (count <= 0) {
      throw new IOException(
          isStuck() ? STUCK : isOpen() ? "it was unplugged, or failed" : "the port is closed");
    }
    return count;
  }

  /** There is no event for it. More than one look is needed only while the other side holds us. */
  private void awaitRoom() throws IOException {
    while (driver.bytesAwaitingWrite() > ROOM && isOpen()) {
      if (System.nanoTime() - writingSince > WRITE_NANOS) {
        throw new IOException(STUCK);
      }
      LockSupport.parkNanos(ROOM_PAUSE_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted");
      }
    }
  }

  @Override
  public void close() {
    synchronized (state) {
      if (!closed) {
        closed = true;
        driver.closePort();
      }
      awaitNobodyInside();
    }
  }

  private void awaitNobodyInside() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAVE_MILLIS);
    try {
      for (long left = LEAVE_MILLIS; inside > 0 && left > 0; ) {
        state.wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A write that the driver does not let go ends only when the port is closed. */
  private void closeIfStuck() {
    synchronized (state) {
      if (!closed && writing && System.nanoTime() - writingSince > WRITE_NANOS) {
        stuck = true;
        closed = true;
        driver.closePort();
      }
    }
  }

  private void begin() {
    synchronized (state) {
      writing = true;
      writingSince = System.nanoTime();
    }
  }

  private void end() {
    synchronized (state) {
      writing = false;
    }
  }

  private boolean enter() {
    synchronized (state) {
      if (!closed) {
        inside++;
      }
      return !closed;
    }
  }

  private void leave() {
    synchronized (state) {
      inside--;
      state.notifyAll();
    }
  }

  private boolean isOpen() {
    synchronized (state) {
      return !closed;
    }
  }

  private boolean isStuck() {
    synchronized (state) {
      return stuck;
    }
  }
}
