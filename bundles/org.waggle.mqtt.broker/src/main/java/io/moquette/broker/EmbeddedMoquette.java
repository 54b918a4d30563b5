package io.moquette.broker;

import io.moquette.BrokerConstants;
import io.moquette.broker.security.AcceptAllAuthenticator;
import io.moquette.broker.security.PermitAllAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import io.moquette.interception.BrokerInterceptor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
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

  private final ScheduledExecutorService timer;
  private final BrokerInterceptor interceptor;
  private final GuardedLoops loops;
  private final SessionRegistry sessions;
  private final MQTTConnectionFactory connections;
  private final StrictSubscriptions subscriptions = new StrictSubscriptions();
  private final Publisher publisher;
  private final ReceivedQos2 receivedQos2 = new ReceivedQos2();
  private final InFlight inFlight = new InFlight();

  /**
   * @param store opened before and closed after this broker
   * @param timer for what must not wait on a session's loop; never blocked
   */
  public EmbeddedMoquette(BrokerStore store, ScheduledExecutorService timer) {
    this.timer = timer;
    Authorizator authorizator = new Authorizator(new PermitAllAuthorizatorPolicy());
    subscriptions.init(store.subscriptions());
    this.interceptor = new BrokerInterceptor(List.of());
    this.loops = new GuardedLoops(interceptor);
    this.sessions =
        new SessionRegistry(
            subscriptions,
            store.sessions(),
            store.queues(),
            authorizator,
            timer,
            Clock.systemDefaultZone(),
            Session.INFINITE_EXPIRY,
            loops);
    PostOffice office =
        new PostOffice(subscriptions, store.retained(), sessions, interceptor, authorizator, loops);
    this.publisher = new Publisher(store.retained(), office);
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
    pipeline.addLast(new ConnectGate(connection, loops, reservedClientIds));
    pipeline.addLast(new WillHandler(connection, loops, publisher));
    pipeline.addLast(new PublishHandler(connection, loops, publisher, receivedQos2));
    pipeline.addLast(new DeliveryHandler(connection, inFlight));
    pipeline.addLast(new ConnectionHandler(connection, loops));
  }

  /**
   * Runs a command on the loop of a client's session, on that loop itself at once.
   *
   * @return false if the loop has too much to do
   */
  public boolean execute(String clientId, Runnable command) {
    return loops
        .routeCommand(
            clientId,
            "EXECUTE",
            () -> {
              command.run();
              return "";
            })
        .isSuccess();
  }

  /** Calls back at once from a thread that is no session's loop. Must not block. */
  public void offLoop(Runnable callback) {
    timer.execute(callback);
  }

  /** Publishes a message of a client; to be called within {@link #execute} of that client. */
  public void publish(String clientId, MqttMessage message) {
    subscriptions.publishingFor(clientId, () -> publisher.publish(message));
  }

  /** Keeps a client's own messages from a subscription that it is going to make. */
  public void exceptOwn(String clientId, String topicFilter) {
    subscriptions.exceptOwn(clientId, topicFilter);
  }

  /** Whether a message of a client would be sent to anybody now. For any thread. */
  public boolean hasAudience(String clientId, String topic) {
    return subscriptions.hasAudience(clientId, new Topic(topic));
  }

  /** Whether whoever publishes should wait for {@link #whenRelieved}. */
  public boolean congested() {
    return loops.congested();
  }

  /** Calls back once, on any thread, when the broker has caught up. Must not block. */
  public void whenRelieved(Runnable resumption) {
    loops.whenRelieved(resumption);
  }

  /**
   * Hands on what has been taken in, then stops. Channels are left open and unserved: their owner
   * closes them, and no will is published.
   */
  @Override
  public void close() {
    loops.terminate();
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
