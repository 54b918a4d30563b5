package io.moquette.broker;

import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.broker.store.RetainedMessages;

/**
 * The one way by which a message enters the broker, whether from a client, as a will or from this
 * process. On the broker's loop only.
 *
 * <p>Payloads are arrays of their own here: Moquette's reference counting (which goes astray when a
 * session is taken over) has nothing to free too early or never.
 */
final class Publisher {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final RetainedMessages retained;
  private final StrictSubscriptions subscriptions;
  private final SessionRegistry sessions;

  Publisher(
      RetainedMessages retained, StrictSubscriptions subscriptions, SessionRegistry sessions) {
    this.retained = retained;
    this.subscriptions = subscriptions;
    this.sessions = sessions;
  }

  /** Stores the message if it is to be retained, then hands it to the sessions subscribed to it. */
  void publish(String clientId, MqttMessage message) {
    MqttQoS qos = MqttQoS.valueOf(message.qos().ordinal());
    if (message.retain()) {
      retained.keep(message.topic(), qos, message.payload());
    }
    List<Subscription> receivers = subscriptions.receivers(clientId, message.topic());
    if (receivers.isEmpty()) {
      return;
    }
    Topic topic = new Topic(message.topic());
    ByteBuf payload = Unpooled.wrappedBuffer(message.payload());
    for (Subscription receiver : receivers) {
      deliver(receiver, topic, PostOffice.lowerQosToTheSubscriptionDesired(receiver, qos), payload);
    }
  }

  private void deliver(Subscription receiver, Topic topic, MqttQoS qos, ByteBuf payload) {
    Session session = sessions.retrieve(receiver.getClientId());
    if (session == null) {
      return; // its client has just left for good
    }
    try {
      session.sendNotRetainedPublishOnSessionAtQos(topic, qos, payload);
    } catch (RuntimeException e) {
      // Moquette's bookkeeping of one session must not cost the other sessions the message.
      LOG.error("MQTT client {}: delivery failed", receiver.getClientId(), e);
    }
  }
}
