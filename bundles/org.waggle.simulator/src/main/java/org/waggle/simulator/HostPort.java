package org.waggle.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP port that is a serial line: one host at a time, the latest one. */
final class HostPort implements AutoCloseable {

  /** What is at the near end of the line; called on the event loop only. */
  interface Listener {

    /** A host connected or left. */
    void changed();

    void received(byte[] bytes, int count);
  }

  private static final Logger LOG = LoggerFactory.getLogger(HostPort.class);
  private static final int BUFFER_SIZE = 16_384;

  private final ServerSocketChannel server;
  private final Selector selector;
  private final Executor loop;
  private final Listener listener;
  private final Thread thread;

  /** Of the event loop: the host that bytes are for. */
  private @Nullable SocketChannel host;

  HostPort(InetSocketAddress address, Executor loop, Listener listener) throws IOException {
    this.loop = loop;
    this.listener = listener;
    this.selector = Selector.open();
    this.server = ServerSocketChannel.open();
    try {
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(address);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      close(server);
      selector.close();
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
    this.thread = new Thread(this::serve, "simulator-host-" + port());
    thread.setDaemon(true);
  }

  /** Begins to accept hosts. */
  void start() {
    thread.start();
  }

  int port() {
    return server.socket().getLocalPort();
  }

  /** Sends the first {@code count} bytes to the host, if there is one; on the event loop only. */
  void send(byte[] bytes, int count) {
    SocketChannel channel = host;
    if (channel == null) {
      return;
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
      channel.write(buffer);
      if (buffer.hasRemaining()) {
        // A few frames fill no socket: this host has not read for a long time.
        LOG.warn("The host on port {} does not read: dropping it", port());
        drop();
      }
    } catch (IOException e) {
      LOG.debug("The host left", e);
      drop();
    }
  }

  /** Ends the connection; on the event loop only. */
  void drop() {
    if (host != null) {
      close(host);
      host = null;
      listener.changed();
    }
  }

  @Override
  public void close() {
    close(server);
    selector.wakeup();
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    try (selector) {
      while (server.isOpen()) {
        selector.select();
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
          SelectionKey key = keys.next();
          keys.remove();
          if (key.isValid() && key.isAcceptable()) {
            accept();
          } else if (key.isValid() && key.isReadable()) {
            read((SocketChannel) key.channel(), buffer);
          }
        }
      }
      for (SelectionKey key : selector.keys()) {
        close(key.channel());
      }
    } catch (ClosedChannelException e) {
      LOG.debug("Stopped listening", e);
    } catch (IOException e) {
      LOG.error("Port {} fails", port(), e);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) {
      return;
    }
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    loop.execute(() -> connected(channel));
    channel.register(selector, SelectionKey.OP_READ);
  }

  private void connected(SocketChannel channel) {
    LOG.info("A host connected to port {}", port());
    if (host != null) {
      close(host);
    }
    host = channel;
    listener.changed();
  }

  private void read(SocketChannel channel, ByteBuffer buffer) {
    buffer.clear();
    int count;
    try {
      count = channel.read(buffer);
    } catch (IOException e) {
      LOG.debug("The host left", e);
      count = -1;
    }
    if (count < 0) {
      close(channel);
      loop.execute(() -> disconnected(channel));
    } else if (count > 0) {
      int size = count;
      byte[] bytes = Arrays.copyOf(buffer.array(), size);
      loop.execute(() -> received(channel, bytes, size));
    }
  }

  private void received(SocketChannel channel, byte[] bytes, int count) {
    if (channel.equals(host)) {
      listener.received(bytes, count);
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
