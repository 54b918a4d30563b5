package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.transport.ZigBeePort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/**
 * The way to a coordinator as the library wants it, and more: it says when the way is lost, which
 * the library notices only by time-outs, and mends two faults of the library's ASH handler ({@link
 * ReceiveGate}, {@link AshNak}).
 *
 * <p>One thread reads, any thread writes or closes. It is opened once.
 */
abstract class RadioPort implements ZigBeePort {

  private static final int FLAG = 0x7E;

  /** While there is nothing to read and the library does not know yet. */
  private static final long LOST_PAUSE_MILLIS = 100;

  private final ReceiveGate gate = new ReceiveGate();
  private final byte[] buffer = new byte[1024];
  private int position;
  private int limit;

  private final Object writing = new Object();
  private final Object state = new Object();
  private boolean opened;
  private boolean closed;
  private @Nullable Consumer<RadioException> onLost;

  /** What users call this port. */
  abstract String name();

  /** Opens the device; called once. */
  abstract void connect() throws RadioException;

  /**
   * Waits for bytes, not much longer than a second, and not at all once {@link #disconnect} ran.
   *
   * @return how many came; 0 if none did, -1 if none ever will
   */
  abstract int receive(byte[] bytes) throws IOException;

  abstract void transmit(byte[] bytes) throws IOException;

  /** Closes the device; harmless if it is not open. May be called more than once. */
  abstract void disconnect();

  /** Whom to tell, once, that the way to the coordinator is lost. */
  final void onLost(Consumer<RadioException> listener) {
    synchronized (state) {
      onLost = listener;
    }
  }

  /** Called by the dongle for each frame that it took from the library's queue. */
  final void handedOver() {
    gate.handedOver();
  }

  /**
   * @throws RadioException {@code PORT_UNAVAILABLE} if the device cannot be opened
   */
  @Override
  public final boolean open() {
    synchronized (state) {
      if (opened || closed) {
        return false;
      }
      opened = true;
    }
    connect();
    synchronized (state) {
      if (!closed) {
        return true;
      }
    }
    disconnect();
    return false;
  }

  @Override
  public final boolean open(int baudRate) {
    return open();
  }

  @Override
  public final boolean open(int baudRate, FlowControl flowControl) {
    return open();
  }

  @Override
  public final void close() {
    synchronized (state) {
      closed = true;
      state.notifyAll();
    }
    gate.close();
    disconnect();
  }

  @Override
  public final int read() {
    if (position == limit) {
      position = 0;
      limit = 0;
      limit = receive();
    }
    if (position == limit) {
      return -1;
    }
    int octet = buffer[position++] & 0xFF;
    if (octet == FLAG) {
      gate.awaitRoom(); // the flag completes a frame
    }
    return octet;
  }

  @Override
  public final int read(int timeout) {
    return read();
  }

  private int receive() {
    try {
      int count = receive(buffer);
      if (count >= 0) {
        return count;
      }
      lost("was closed by the other side", null);
    } catch (InterruptedIOException e) {
      return 0;
    } catch (IOException e) {
      lost("failed: " + e.getMessage(), e);
    }
    pause();
    return 0;
  }

  private void pause() {
    synchronized (state) {
      if (!closed) {
        try {
          state.wait(LOST_PAUSE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Override
  public final void write(int value) {
    write(new int[] {value});
  }

  @Override
  public final void write(int[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    gate.written(values[0]);
    if (AshNak.isBroken(bytes)) {
      bytes = AshNak.of(gate.acknowledged());
    }
    try {
      synchronized (writing) {
        transmit(bytes);
      }
    } catch (IOException e) {
      lost("failed: " + e.getMessage(), e);
    }
  }

  @Override
  public final void purgeRxBuffer() {
    // Asked for by firmware updates only.
  }

  private void lost(String what, @Nullable Throwable cause) {
    Consumer<RadioException> listener;
    synchronized (state) {
      listener = closed ? null : onLost;
      onLost = null;
    }
    if (listener != null) {
      String message = "The connection to " + name() + " " + what;
      listener.accept(
          cause == null
              ? new RadioException(Reason.LINK_LOST, message)
              : new RadioException(Reason.LINK_LOST, message, cause));
    }
  }
}
