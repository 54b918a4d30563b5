package org.waggle.mqtt.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** One client's conversation with the broker. Safe for use by several threads; never blocks. */
@ProviderType
public interface MqttSession extends AutoCloseable {

  /**
   * Publishes. Messages published from one thread arrive in that order.
   *
   * @return completed when the broker has taken the message over (QoS 0: when it was handed to the
   *     link); exceptionally with {@link MqttException} if it was not, for example while
   *     disconnected
   */
  CompletionStage<Void> publish(MqttMessage message);

  /**
   * Asks for the messages of a topic filter; they arrive at the session's listener, own messages
   * included. Subscriptions are made again after each reconnect.
   */
  CompletionStage<Void> subscribe(String topicFilter, Qos qos);

  /** Whether messages published now reach the broker. */
  boolean isConnected();

  /** The broker's address as shown to users, such as {@code mqtt://127.0.0.1:1883}. */
  String server();

  /** The MQTT protocol level spoken: 3, 4 or 5. */
  int protocolVersion();

  /** Ends the session cleanly: the will is not published. */
  @Override
  void close();
}
