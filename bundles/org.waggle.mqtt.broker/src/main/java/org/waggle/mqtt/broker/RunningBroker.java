package org.waggle.mqtt.broker;

import io.moquette.broker.EmbeddedMoquette;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.waggle.mqtt.broker.store.BrokerStore;

/** All that a broker is while it runs, from its file to its port. */
record RunningBroker(
    EventLoopGroup threads, BrokerStore store, EmbeddedMoquette moquette, TcpListener listener)
    implements AutoCloseable {

  private static final int STOP_SECONDS = 1;

  /**
   * Starts a broker that does not listen yet.
   *
   * @param reservedClientIds ids that clients from outside may not use
   */
  static RunningBroker start(Settings settings, Predicate<String> reservedClientIds) {
    EventLoopGroup threads =
        new NioEventLoopGroup(1, new DefaultThreadFactory("waggle-mqtt-io", true));
    BrokerStore store =
        settings.persistent() ? BrokerStore.open(settings.directory()) : BrokerStore.inMemory();
    EmbeddedMoquette moquette = new EmbeddedMoquette(store, threads.next());
    TcpListener listener =
        new TcpListener(threads, settings, channel -> moquette.serve(channel, reservedClientIds));
    return new RunningBroker(threads, store, moquette, listener);
  }

  /** Hands on what has been taken in, then ends every connection and thread. */
  @Override
  public void close() {
    moquette.close();
    listener.close();
    // Netty's default waits for 2 s of quiet
    threads.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    store.close();
  }
}
