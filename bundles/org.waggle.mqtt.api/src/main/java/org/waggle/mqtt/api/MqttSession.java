package org.waggle.mqtt.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One client's conversation with the broker.
 *
 * <p>Safe for use by several threads. No method waits for the broker.
 */
@ProviderType
public interface MqttSession extends AutoCloseable {

  /**
   * Publishes. Messages published from one thread arrive in that order.
   *
   * @return completed when the broker has taken the message over (QoS 0: when it was handed to the
   *     link), on any thread; exceptionally with {@link MqttException} if it was not, for example
   *     while disconnected, or because too many messages are on their way already
   */
  CompletionStage<Void> publish(MqttMessage message);

  /**
   * Asks for the messages of a topic filter; they arrive at the session's listener, own messages
   * included. Subscriptions are made again after each reconnect; one that is asked for while
   * disconnected is made then.
   *
   * @param qos the highest at which messages are to arrive
   * @return completed when the broker has agreed; exceptionally with {@link MqttException} if it
   *     refuses, or the session is closed before
   */
  CompletionStage<Void> subscribe(String topicFilter, Qos qos);

  /**
   * As {@link #subscribe}, but without what this session publishes itself, where the link can tell
   * (MQTT 5.0, section 3.8.3.1: No Local). What another subscription of the session matches still
   * arrives.
   */
  default CompletionStage<Void> subscribeToOthers(String topicFilter, Qos qos) {
    return subscribe(topicFilter, qos);
  }

  /**
   * Whether a message of this session to a topic has a subscriber at this moment, so that nobody
   * misses what is not even made. True where the link cannot tell. Costs little.
   */
  default boolean hasAudience(String topic) {
    return true;
  }

  /** Whether messages published now reach the broker. */
  boolean isConnected();

  /** The broker's address as shown to users, such as {@code mqtt://127.0.0.1:1883}. */
  String server();

  /** The MQTT protocol level spoken: 3, 4 or 5. */
  int protocolVersion();

  /**
   * Ends the session cleanly: what was published before still goes out, the will does not. Waits
   * for a call to the listener that is going on in another thread, and for nothing else; so whoever
   * calls it holds no lock that the listener takes.
   */
  @Override
  void close();
}
