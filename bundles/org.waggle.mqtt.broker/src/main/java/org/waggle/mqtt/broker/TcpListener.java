package org.waggle.mqtt.broker;

import io.moquette.broker.MoquetteIdleTimeoutHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for MQTT clients on a TCP port. A port that cannot be had is tried again and again: the
 * program that holds it may stop.
 */
final class TcpListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);

  private static final int CONNECT_SECONDS = 10; // the time a client has for its CONNECT
  private static final int MAX_CLIENT_ID_LENGTH = 65_535;
  private static final int FIRST_RETRY_SECONDS = 1;
  private static final int LAST_RETRY_SECONDS = 8;
  private static final int BACKLOG = 1024;

  /** Of the pages of 8 KiB in a chunk of buffers: 2 to the power of this. */
  private static final int CHUNK_ORDER = 5;

  private final EventLoopGroup threads;
  private final Settings settings;
  private final Consumer<Channel> server;
  private final ChannelGroup channels;
  private final ByteBufAllocator buffers = smallPool();
  private final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();
  private volatile boolean closed;

  /**
   * @param server makes a client of a channel whose pipeline reads and writes MQTT packets
   */
  TcpListener(EventLoopGroup threads, Settings settings, Consumer<Channel> server) {
    this.threads = threads;
    this.settings = settings;
    this.server = server;
    this.channels = new DefaultChannelGroup(threads.next(), true);
  }

  /** With Netty's own sizes, one client costs 4 MiB, which are resident at once. */
  private static ByteBufAllocator smallPool() {
    return new PooledByteBufAllocator(
        PooledByteBufAllocator.defaultPreferDirect(),
        0,
        1,
        PooledByteBufAllocator.defaultPageSize(),
        CHUNK_ORDER,
        PooledByteBufAllocator.defaultSmallCacheSize(),
        PooledByteBufAllocator.defaultNormalCacheSize(),
        PooledByteBufAllocator.defaultUseCacheForAllThreads());
  }

  /** Begins to listen, as soon as the port can be had, if there is one. Does not block. */
  void open() {
    if (settings.port() == Settings.NO_PORT) {
      return;
    }
    threads.execute(() -> bind(FIRST_RETRY_SECONDS));
  }

  /** Completed with the local address when the port is bound. */
  CompletionStage<InetSocketAddress> address() {
    return address;
  }

  @Override
  public void close() {
    closed = true;
    address.cancel(false);
    channels.close();
  }

  private void bind(int retrySeconds) {
    if (closed) {
      return;
    }
    tryToBind().addListener((ChannelFuture result) -> bound(result, retrySeconds));
  }

  private ChannelFuture tryToBind() {
    return new ServerBootstrap()
        .group(threads)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.ALLOCATOR, buffers)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                accept(channel);
              }
            })
        .bind(settings.host(), settings.port());
  }

  private void bound(ChannelFuture result, int retrySeconds) {
    if (result.isSuccess()) {
      channels.add(result.channel());
      InetSocketAddress local = (InetSocketAddress) result.channel().localAddress();
      LOG.info("MQTT broker listens on {}:{}", settings.host(), local.getPort());
      address.complete(local);
      return;
    }
    if (retrySeconds == FIRST_RETRY_SECONDS) {
      LOG.error(
          "MQTT broker cannot listen on {}:{} ({}). Stop the program that uses this port, or set"
              + " another 'port' in org.waggle.mqtt.broker. Trying again until it is free",
          settings.host(),
          settings.port(),
          result.cause().toString());
    }
    int next = Math.min(2 * retrySeconds, LAST_RETRY_SECONDS);
    threads.schedule(() -> bind(next), retrySeconds, TimeUnit.SECONDS);
  }

  // Moquette replaces the handler named so when it knows the client's keep-alive time.
  private void accept(SocketChannel channel) {
    channels.add(channel);
    channel
        .pipeline()
        .addLast("idleStateHandler", new IdleStateHandler(CONNECT_SECONDS, 0, 0))
        .addLast(new MoquetteIdleTimeoutHandler())
        .addLast(new FlushConsolidationHandler(256, true))
        .addLast(new PacketFramer(settings.maxPacketSize()))
        .addLast(new MqttDecoder(settings.maxPacketSize(), MAX_CLIENT_ID_LENGTH))
        .addLast(MqttEncoder.INSTANCE);
    server.accept(channel);
  }
}
