package org.waggle.mqtt.broker;

import io.moquette.broker.EmbeddedMoquette;
import io.moquette.broker.TopicName;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.mqtt.api.MqttException;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

/**
 * A session with the broker of this process. It stays while the broker is started anew with other
 * settings.
 *
 * <p>What is published goes to the broker directly; what is received comes as to any client. The
 * listener is called on a thread of the session's own; if it falls behind by 16 MiB, messages of
 * QoS 0 are lost with a warning, as for any client.
 */
final class InProcessSession implements MqttSession, InProcessConnection.Events {

  private static final Logger LOG = LoggerFactory.getLogger(InProcessSession.class);
  private static final int RECONNECT_MILLIS = 500;
  private static final int QUIET_MILLIS = 50;
  private static final int MQTT_3_1_1 = 4;

  private record Subscription(Qos qos, boolean own, CompletableFuture<Void> granted) {}

  private final String clientId;
  private final MqttMessage will;
  private final MqttSessionListener listener;
  private final Supplier<String> server;
  private final Consumer<InProcessSession> onClose;
  private final EventLoop loop;

  // On the loop only.
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private @Nullable EmbeddedMoquette broker;
  private @Nullable InProcessConnection connection;

  private volatile @Nullable Outbox outbox; // while connected

  private final Object calling = new Object();
  private boolean closed; // guarded by calling

  InProcessSession(
      String clientId,
      MqttMessage will,
      MqttSessionListener listener,
      Supplier<String> server,
      Consumer<InProcessSession> onClose) {
    this.clientId = clientId;
    this.will = will;
    this.listener = listener;
    this.server = server;
    this.onClose = onClose;
    this.loop = new DefaultEventLoop(new DefaultThreadFactory("waggle-mqtt-" + clientId, true));
  }

  String clientId() {
    return clientId;
  }

  /** Connects to a broker, and again whenever the connection is lost. */
  void attach(EmbeddedMoquette newBroker) {
    onLoop(
        () -> {
          broker = newBroker;
          connect();
        });
  }

  /** Leaves the broker, which has been closed, until there is another. */
  void detach(String reason) {
    onLoop(
        () -> {
          broker = null;
          lost(reason);
        });
  }

  /** Ends the session together with its broker, whether or not its user has closed it. */
  void abandon() {
    synchronized (calling) {
      closed = true;
    }
    onLoop(
        () -> {
          lost("the broker has stopped");
          end();
        });
  }

  /** Completed when the session has no thread any more. */
  Future<?> ended() {
    return loop.terminationFuture();
  }

  private void onLoop(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("MQTT session {} has ended", clientId, e);
    }
  }

  private void connect() {
    if (broker != null && !isClosed()) {
      connection = InProcessConnection.open(broker, loop, clientId, will, this);
    }
  }

  private void lost(String reason) {
    if (connection != null) {
      connection.cut();
      connection = null;
    }
    Outbox left = outbox;
    outbox = null;
    if (left != null) {
      left.abandon(reason);
      tell(hearer -> hearer.disconnected(reason));
    }
  }

  @Override
  public CompletionStage<Void> publish(MqttMessage message) {
    Outbox current = outbox;
    if (current == null) {
      return failed(new MqttException(clientId + " is not connected to the broker"));
    }
    if (!TopicName.isValid(message.topic())) {
      return failed(new MqttException("'" + message.topic() + "' is no topic to publish to"));
    }
    return current.publish(message);
  }

  @Override
  public CompletionStage<Void> subscribe(String topicFilter, Qos qos) {
    return subscribe(topicFilter, new Subscription(qos, true, new CompletableFuture<>()));
  }

  @Override
  public CompletionStage<Void> subscribeToOthers(String topicFilter, Qos qos) {
    return subscribe(topicFilter, new Subscription(qos, false, new CompletableFuture<>()));
  }

  private CompletionStage<Void> subscribe(String topicFilter, Subscription subscription) {
    if (isClosed()) {
      return failed(new MqttException(clientId + " is closed"));
    }
    onLoop(
        () -> {
          subscriptions.put(topicFilter, subscription);
          if (outbox != null) {
            request(topicFilter, subscription);
          }
        });
    return subscription.granted;
  }

  private void request(String topicFilter, Subscription subscription) {
    if (connection != null && broker != null) {
      if (!subscription.own) {
        broker.exceptOwn(clientId, topicFilter);
      }
      connection.subscribe(topicFilter, subscription.qos, subscription.granted);
    }
  }

  @Override
  public boolean hasAudience(String topic) {
    Outbox current = outbox;
    return current != null && current.hasAudience(topic);
  }

  @Override
  public boolean isConnected() {
    return outbox != null;
  }

  @Override
  public String server() {
    return server.get();
  }

  @Override
  public int protocolVersion() {
    return MQTT_3_1_1;
  }

  /** Waits for a call to the listener that is going on, if any. */
  @Override
  public void close() {
    synchronized (calling) {
      if (closed) {
        return;
      }
      closed = true;
    }
    outbox = null;
    onClose.accept(this);
    onLoop(this::disconnect);
  }

  private void disconnect() {
    if (connection != null) {
      connection.disconnect();
    } else {
      end();
    }
  }

  private void end() {
    MqttException ended = new MqttException(clientId + " is closed");
    subscriptions.values().forEach(open -> open.granted.completeExceptionally(ended));
    // Moquette still adds a listener to the channel it closes; the quiet time is for that.
    loop.shutdownGracefully(QUIET_MILLIS, 1_000, TimeUnit.MILLISECONDS);
  }

  @Override
  public void connected() {
    if (connection == null || broker == null) {
      return;
    }
    if (isClosed()) {
      connection.disconnect(); // the first one went before there was a connection
      return;
    }
    outbox = new Outbox(broker, clientId, loop);
    tell(MqttSessionListener::connected);
    subscriptions.forEach(this::request);
  }

  @Override
  public void received(MqttMessage message) {
    tell(hearer -> hearer.received(message));
  }

  @Override
  public void closed(InProcessConnection ended) {
    if (ended != connection) {
      return;
    }
    if (isClosed()) {
      end();
    } else {
      LOG.warn("MQTT session {} lost its connection within the process", clientId);
      lost("connection lost");
      loop.schedule(this::connect, RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tell(Consumer<MqttSessionListener> event) {
    synchronized (calling) {
      if (closed) {
        return;
      }
      try {
        event.accept(listener);
      } catch (RuntimeException e) { // of another bundle: the session must go on
        LOG.error("MQTT session {}: its listener failed", clientId, e);
      }
    }
  }

  private boolean isClosed() {
    synchronized (calling) {
      return closed;
    }
  }

  private static CompletionStage<Void> failed(MqttException reason) {
    return CompletableFuture.failedFuture(reason);
  }
}
