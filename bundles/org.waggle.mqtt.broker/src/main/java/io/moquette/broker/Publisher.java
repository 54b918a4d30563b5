package io.moquette.broker;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttQoS;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.broker.store.RetainedMessages;

/**
 * The one way by which a message enters the broker, whether from a client, as a will or from this
 * process. Called on the loop of the session that publishes.
 *
 * <p>Payloads are arrays of their own here: Moquette's reference counting (which goes astray when a
 * session is taken over) has nothing to free too early or never.
 */
final class Publisher {

  private final RetainedMessages retained;
  private final PostOffice office;

  Publisher(RetainedMessages retained, PostOffice office) {
    this.retained = retained;
    this.office = office;
  }

  /** Stores the message if it is to be retained, then hands it to the sessions subscribed to it. */
  void publish(MqttMessage message) {
    MqttQoS qos = MqttQoS.valueOf(message.qos().ordinal());
    if (message.retain()) {
      retained.keep(message.topic(), qos, message.payload());
    }
    // To Moquette every publish is alike from here on; this is its only entry without side effects.
    office.fireWill(
        new Session.Will(message.topic(), Unpooled.wrappedBuffer(message.payload()), qos, false));
  }
}
