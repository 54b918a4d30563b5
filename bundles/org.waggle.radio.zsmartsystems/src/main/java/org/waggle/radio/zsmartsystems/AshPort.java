package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.transport.ZigBeePort;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;

/**
 * The way to a coordinator as the library wants it, and more: it says when the way is lost, which
 * the library notices only by time-outs, and mends two faults of the library's ASH handler ({@link
 * ReceiveGate}, {@link AshNak}).
 *
 * <p>One thread reads, any thread writes or closes. It is opened once.
 */
final class AshPort implements ZigBeePort {

  private static final int FLAG = 0x7E;

  /** What EmberZNet firmware is built for, unless its maker says otherwise. */
  private static final int DEFAULT_BAUD_RATE = 115_200;

  /** While there is nothing to read and the library does not know yet. */
  private static final long LOST_PAUSE_MILLIS = 100;

  private final RadioPorts ports;
  private final RadioSettings settings;
  private final ReceiveGate gate = new ReceiveGate();
  private final byte[] buffer = new byte[1024];
  private int position;
  private int limit;

  private final Object writing = new Object();
  private final Object state = new Object();
  private boolean opened;
  private boolean closed;
  private @Nullable RadioPort port;
  private @Nullable Consumer<RadioException> onLost;

  AshPort(RadioPorts ports, RadioSettings settings) {
    this.ports = ports;
    this.settings = settings;
  }

  /** What users call this port. */
  String name() {
    return settings.port();
  }

  /** Whom to tell, once, that the way to the coordinator is lost. */
  void onLost(Consumer<RadioException> listener) {
    synchronized (state) {
      onLost = listener;
    }
  }

  /** Called by the dongle for each frame that it took from the library's queue. */
  void handedOver() {
    gate.handedOver();
  }

  /**
   * @throws RadioException {@code PORT_UNAVAILABLE} if the device cannot be opened
   */
  @Override
  public boolean open() {
    synchronized (state) {
      if (opened || closed) {
        return false;
      }
      opened = true;
    }
    RadioPort device =
        ports.open(name(), settings.baudRate().orElse(DEFAULT_BAUD_RATE), flowControl());
    synchronized (state) {
      if (!closed) {
        port = device;
        return true;
      }
    }
    device.close();
    return false;
  }

  /** EmberZNet's own default is software flow control; a stick without it drops bytes in bursts. */
  private RadioSettings.FlowControl flowControl() {
    return settings.flowControl() == RadioSettings.FlowControl.AUTO
        ? RadioSettings.FlowControl.SOFTWARE
        : settings.flowControl();
  }

  @Override
  public boolean open(int baudRate) {
    return open();
  }

  @Override
  public boolean open(int baudRate, FlowControl flowControl) {
    return open();
  }

  @Override
  public void close() {
    RadioPort device;
    synchronized (state) {
      closed = true;
      device = port;
      state.notifyAll();
    }
    gate.close();
    if (device != null) {
      device.close();
    }
  }

  @Override
  public int read() {
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
  public int read(int timeout) {
    return read();
  }

  private int receive() {
    RadioPort device = device();
    try {
      int count = device == null ? -1 : device.read(buffer);
      if (count >= 0) {
        return count;
      }
      lost("was closed by the other side", null);
    } catch (IOException e) {
      lost("failed: " + e.getMessage(), e);
    }
    pause();
    return 0;
  }

  private @Nullable RadioPort device() {
    synchronized (state) {
      return port;
    }
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
  public void write(int value) {
    write(new int[] {value});
  }

  @Override
  public void write(int[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    gate.written(values[0]);
    if (AshNak.isBroken(bytes)) {
      bytes = AshNak.of(gate.acknowledged());
    }
    RadioPort device = device();
    try {
      synchronized (writing) {
        if (device != null) {
          device.write(bytes, 0, bytes.length);
        }
      }
    } catch (IOException e) {
      lost("failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void purgeRxBuffer() {
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
