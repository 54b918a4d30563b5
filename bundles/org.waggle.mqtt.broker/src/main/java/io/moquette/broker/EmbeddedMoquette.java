package io.moquette.broker;

import io.moquette.BrokerConstants;
import io.moquette.broker.security.AcceptAllAuthenticator;
import io.moquette.broker.security.PermitAllAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.interception.BrokerInterceptor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.broker.store.BrokerStore;

/**
 * A broker without a network: sessions, subscriptions, routing and delivery.
 *
 * <p>Whatever carries MQTT packets (a TCP channel behind a codec, a channel within the process)
 * becomes a client by {@link #serve}. Not in it yet, each with its place: who may connect (the
 * authenticator below), publish ({@link Publisher}) and subscribe (the policy below); waiting for
 * the disk before an acknowledgement ({@link PublishHandler}); MQTT 5.
 */
public final class EmbeddedMoquette implements AutoCloseable {

  private final BrokerInterceptor interceptor;
  private final BrokerLoop loop;
  private final SessionRegistry sessions;
  private final MQTTConnectionFactory connections;
  private final StrictSubscriptions subscriptions = new StrictSubscriptions();
  private final Publisher publisher;
  private final ReceivedQos2 receivedQos2 = new ReceivedQos2();
  private final InFlight inFlight = new InFlight();

  /**
   * @param store opened before and closed after this broker
   * @param loop on which the broker runs; channels may be on the same one. Ended after this broker
   */
  public EmbeddedMoquette(BrokerStore store, EventLoop loop) {
    Authorizator authorizator = new Authorizator(new PermitAllAuthorizatorPolicy());
    subscriptions.init(store.subscriptions());
    this.interceptor = new BrokerInterceptor(List.of());
    this.loop = new BrokerLoop(interceptor, loop);
    this.sessions =
        new SessionRegistry(
            subscriptions,
            store.sessions(),
            store.queues(),
            authorizator,
            loop,
            Clock.systemDefaultZone(),
            Session.INFINITE_EXPIRY,
            this.loop);
    PostOffice office =
        new PostOffice(
            subscriptions, store.retained(), sessions, interceptor, authorizator, this.loop);
    this.publisher = new Publisher(store.retained(), subscriptions, sessions);
    BrokerConfiguration configuration =
        new BrokerConfiguration(true, true, false, BrokerConstants.IMMEDIATE_BUFFER_FLUSH);
    this.connections =
        new MQTTConnectionFactory(configuration, new AcceptAllAuthenticator(), sessions, office);
    store.subscriptions().listAllSubscriptions().forEach(this::giveBack);
  }

  /**
   * Makes a channel whose pipeline reads and writes MQTT packets a client of this broker.
   *
   * @param reservedClientIds ids that this client may not use
   */
  public void serve(Channel channel, Predicate<String> reservedClientIds) {
    channel.config().setWriteBufferWaterMark(DeliveryHandler.WRITE_BUFFER);
    MQTTConnection connection = connections.create(channel);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(new ConnectGate(connection, loop, reservedClientIds));
    pipeline.addLast(new WillHandler(connection, loop, publisher));
    pipeline.addLast(new PublishHandler(connection, loop, publisher, receivedQos2));
    pipeline.addLast(new DeliveryHandler(connection, inFlight));
    pipeline.addLast(new ConnectionHandler(connection, loop));
  }

  /**
   * Runs a command on the broker's loop, behind what waits for it. For any thread.
   *
   * @return false if it never will, because the broker has stopped
   */
  public boolean execute(Runnable command) {
    return loop.execute(command);
  }

  /** Publishes a message of a client; to be called within {@link #execute}. */
  public void publish(String clientId, MqttMessage message) {
    publisher.publish(clientId, message);
  }

  /** Keeps a client's own messages from a subscription that it is going to make. */
  public void exceptOwn(String clientId, String topicFilter) {
    subscriptions.exceptOwn(clientId, topicFilter);
  }

  /** Whether a message of a client would be sent to anybody now. For any thread. */
  public boolean hasAudience(String clientId, String topic) {
    return subscriptions.hasAudience(clientId, topic);
  }

  /**
   * Hands on what has been taken in, then stops. Channels are left open and unserved: their owner
   * closes them, and no will is published.
   */
  @Override
  public void close() {
    loop.terminate();
    sessions.close();
    interceptor.stop();
  }

  /** Moquette reads stored subscriptions, but its sessions do not know them as theirs. */
  private void giveBack(Subscription subscription) {
    Session session = sessions.retrieve(subscription.getClientId());
    if (session != null) {
      session.addSubscriptions(List.of(subscription));
    }
  }
}
