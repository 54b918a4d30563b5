package org.waggle.radio.serial;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioPort;

/**
 * A coordinator behind TCP: a network adapter, a serial bridge, a simulator. Selectors rather than
 * blocking reads and writes, for a write to a peer that takes nothing must end some time.
 */
final class TcpPort implements RadioPort {

  private static final int CONNECT_MILLIS = 5_000;
  private static final long WRITE_MILLIS = 1_000;

  /**
   * A peer that lost its power says nothing; it is given up after some 25 s. Looked up by name, as
   * their constants are in a package that not every framework passes on.
   */
  private static final Map<String, Integer> KEEP_ALIVE =
      Map.of("TCP_KEEPIDLE", 10, "TCP_KEEPINTERVAL", 5, "TCP_KEEPCOUNT", 3);

  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;

  private TcpPort(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    readable = Selector.open();
    writable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  static TcpPort open(TcpAddress address) {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      configure(channel);
      channel.socket().connect(address.resolve(), CONNECT_MILLIS);
      return new TcpPort(channel);
    } catch (IOException | RuntimeException e) {
      closeQuietly(channel);
      if (e instanceof IOException failure) {
        throw address.unavailable(reason(failure), failure);
      }
      throw (RuntimeException) e;
    }
  }

  private static void configure(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    for (SocketOption<?> option : channel.supportedOptions()) {
      Integer value = KEEP_ALIVE.get(option.name());
      if (value != null) {
        @SuppressWarnings("unchecked") // all three are integers
        SocketOption<Integer> integer = (SocketOption<Integer>) option;
        channel.setOption(integer, value);
      }
    }
  }

  private static String reason(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return "it does not answer within " + TimeUnit.MILLISECONDS.toSeconds(CONNECT_MILLIS) + " s";
    } else if (e instanceof NoRouteToHostException) {
      return "no route leads there";
    } else if (e instanceof ConnectException
        && String.valueOf(e.getMessage()).contains("refused")) {
      return "the connection was refused; nothing listens there";
    }
    return String.valueOf(e.getMessage());
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(buffer);
    try {
      while (true) {
        int count = channel.read(octets);
        if (count != 0) {
          return count;
        }
        select(readable, 0);
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      return -1;
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(octets, offset, length);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WRITE_MILLIS);
    try {
      while (channel.write(rest) >= 0 && rest.hasRemaining()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new IOException("the other side took nothing for a second");
        }
        select(writable, left);
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      throw new IOException("the port is closed", e);
    }
  }

  private static void select(Selector selector, long millis) throws IOException {
    selector.select(millis);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
    closeQuietly(readable);
    closeQuietly(writable);
  }

  private static void closeQuietly(@Nullable Closeable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (IOException e) {
      // Nobody can do anything about it, and it is gone anyway.
    }
  }
}
