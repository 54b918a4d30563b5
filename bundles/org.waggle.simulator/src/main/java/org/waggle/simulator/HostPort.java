package org.waggle.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.control.HostLink;

/**
 * A TCP port that is a serial line: one host at a time, the latest one. All of it happens on the
 * event loop, save for the constructor and {@link #port}.
 */
final class HostPort implements HostLink {

  /** What is at the near end of the line. */
  interface Listener {

    /** A host connected or left. */
    void changed();

    void received(byte[] bytes, int count);
  }

  private static final Logger LOG = LoggerFactory.getLogger(HostPort.class);
  private static final int BUFFER_SIZE = 65_536;

  private final EventLoop loop;
  private final Listener listener;
  private final InetSocketAddress address;
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER_SIZE);
  private final byte[] received = new byte[BUFFER_SIZE];
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER_SIZE);
  private @Nullable ServerSocketChannel server;
  private @Nullable SocketChannel host;
  private @Nullable ScheduledFuture<?> drops;
  private int remainingDrops;

  /**
   * @throws IOException if it cannot listen there
   */
  HostPort(InetSocketAddress wanted, EventLoop loop, Listener listener) throws IOException {
    this.loop = loop;
    this.listener = listener;
    ServerSocketChannel channel = listen(wanted);
    this.server = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
  }

  private static ServerSocketChannel listen(InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address);
      return channel;
    } catch (IOException e) {
      close(channel);
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Begins to accept hosts. */
  void start() {
    try {
      if (server != null) {
        loop.register(server, SelectionKey.OP_ACCEPT, key -> accept());
      }
    } catch (IOException e) {
      LOG.error("Port {} fails", port(), e);
    }
  }

  int port() {
    return address.getPort();
  }

  /** Sends the first {@code count} bytes to the host, if there is one. */
  void send(byte[] bytes, int count) {
    SocketChannel channel = host;
    if (channel == null) {
      return;
    }
    try {
      outgoing.clear();
      outgoing.put(bytes, 0, Math.min(count, BUFFER_SIZE));
      outgoing.flip();
      channel.write(outgoing);
      if (outgoing.hasRemaining() || count > BUFFER_SIZE) {
        // A few frames fill no socket: this host has not read for a long time.
        LOG.warn("The host on port {} does not read: dropping it", port());
        drop();
      }
    } catch (IOException e) {
      LOG.debug("The host left", e);
      drop();
    }
  }

  @Override
  public void drop(Duration refusing, Duration every, int count) {
    if (drops != null) {
      drops.cancel(false);
      drops = null;
    }
    dropOnce(refusing);
    if (!every.isZero() && count != 1) {
      remainingDrops = count - 1;
      long millis = every.toMillis();
      drops =
          loop.scheduleAtFixedRate(
              () -> dropAgain(refusing), millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void dropAgain(Duration refusing) {
    dropOnce(refusing);
    remainingDrops--;
    if (remainingDrops == 0 && drops != null) {
      drops.cancel(false);
    }
  }

  private void dropOnce(Duration refusing) {
    drop();
    if (!refusing.isZero() && server != null) {
      close(server);
      server = null;
      loop.schedule(this::listenAgain, refusing.toMillis(), TimeUnit.MILLISECONDS);
    }
    try {
      loop.freeClosed();
    } catch (IOException e) {
      LOG.error("Port {} fails", port(), e);
    }
  }

  private void listenAgain() {
    try {
      server = listen(address);
      start();
    } catch (IOException e) {
      LOG.debug("The port is not free yet", e);
      loop.schedule(this::listenAgain, 100, TimeUnit.MILLISECONDS);
    }
  }

  private void drop() {
    if (host != null) {
      close(host);
      host = null;
      listener.changed();
    }
  }

  /** Ends all; also from other threads when the loop has ended. */
  void close() {
    if (server != null) {
      close(server);
    }
    if (host != null) {
      close(host);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = server == null ? null : server.accept();
      if (channel != null) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        loop.register(channel, SelectionKey.OP_READ, key -> read(channel));
        connected(channel);
      }
    } catch (IOException e) {
      LOG.debug("A host left at once", e);
    }
  }

  private void connected(SocketChannel channel) {
    LOG.info("A host connected to port {}", port());
    if (host != null) {
      close(host);
    }
    host = channel;
    listener.changed();
  }

  private void read(SocketChannel channel) {
    incoming.clear();
    int count;
    try {
      count = channel.read(incoming);
    } catch (IOException e) {
      LOG.debug("The host left", e);
      count = -1;
    }
    if (count < 0) {
      close(channel);
      disconnected(channel);
    } else if (count > 0 && channel.equals(host)) {
      incoming.flip();
      incoming.get(received, 0, count);
      listener.received(received, count);
    }
  }

  private void disconnected(SocketChannel channel) {
    if (channel.equals(host)) {
      LOG.info("The host left port {}", port());
      host = null;
      listener.changed();
    }
  }

  private static void close(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception e) { // whatever the kind of channel: there is nothing left to do about it
      LOG.debug("Cannot close", e);
    }
  }
}
