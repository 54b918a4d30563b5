package org.waggle.bridge.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.Qos;

/**
 * What the bridge publishes. It remembers what is retained, for brokers that do not, and which
 * topics are its own, so that the bridge never takes its own word for a command.
 *
 * <p>Used on the event thread, but for {@link #isOwn}.
 */
public final class Outbox {

  private static final List<Qos> QOS = List.of(Qos.values());

  /** A topic that was asked for before, so that its name is not put together for each message. */
  private static final class Topic {
    final String name;
    boolean own;

    Topic(String name) {
      this.name = name;
    }
  }

  private final String baseTopic;
  private final BridgeLog log;
  private final Map<String, Topic> topics = new HashMap<>();
  private final Set<String> ownTopics = ConcurrentHashMap.newKeySet();
  private final Map<String, MqttMessage> retained = new LinkedHashMap<>();
  private final Set<String> missed = ConcurrentHashMap.newKeySet();
  private @Nullable MqttSession session;

  public Outbox(String baseTopic, BridgeLog log) {
    this.baseTopic = baseTopic;
    this.log = log;
  }

  public void open(MqttSession opened) {
    session = opened;
  }

  public Optional<MqttSession> session() {
    return Optional.ofNullable(session);
  }

  /** Publishes below the base topic, with a line in the log. */
  public void publish(String topic, String payload, PublishOptions options) {
    publish(topic, payload, options, true);
  }

  /** Publishes below the base topic without a line in the log: what is large, or is the log. */
  public void publishQuietly(String topic, String payload, PublishOptions options) {
    publish(topic, payload, options, false);
  }

  /** Whether the bridge itself has ever published there. For any thread. */
  public boolean isOwn(String fullTopic) {
    return ownTopics.contains(fullTopic);
  }

  /** Whether a message below the base topic has a subscriber now. */
  public boolean hasAudience(String topic) {
    return session != null && session.hasAudience(known(topic).name);
  }

  /** Sends the retained messages that could not be sent while there was no connection. */
  public void sendMissed() {
    List<String> topics = new ArrayList<>(missed);
    missed.removeAll(topics);
    for (String topic : topics) {
      MqttMessage message = retained.get(topic);
      send(message != null ? message : MqttMessage.of(topic, "").retained());
    }
  }

  /** Sends all retained messages once more. */
  public void sendRetained() {
    List.copyOf(retained.values()).forEach(this::send);
  }

  private void publish(String topic, String payload, PublishOptions options, boolean tell) {
    Topic known = known(topic);
    if (!known.own) {
      if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
        log.error("Topic '" + topic + "' includes wildcard characters, skipping publish.");
        return;
      }
      ownTopics.add(known.name);
      known.own = true;
    }
    MqttMessage message =
        new MqttMessage(
            known.name,
            payload.getBytes(StandardCharsets.UTF_8),
            QOS.get(options.qos()),
            options.retain(),
            options.expirySeconds());
    if (options.retain()) {
      remember(message);
    }
    if (session == null || !session.isConnected()) {
      if (options.retain()) {
        missed.add(message.topic());
      }
      log.debug("Not connected to MQTT server, dropping message on '" + message.topic() + "'");
      return;
    }
    if (tell) {
      log.published(message.topic(), payload);
    }
    send(message);
  }

  private Topic known(String topic) {
    Topic known = topics.get(topic);
    if (known == null) {
      known = new Topic(baseTopic + "/" + topic);
      topics.put(topic, known);
    }
    return known;
  }

  private void remember(MqttMessage message) {
    if (message.payload().length == 0) {
      retained.remove(message.topic());
    } else {
      retained.put(message.topic(), message);
    }
  }

  private void send(MqttMessage message) {
    if (session == null) {
      return;
    }
    CompletionStage<Void> sent = session.publish(message);
    if (message.retain()) {
      sent.exceptionally(
          failure -> {
            missed.add(message.topic());
            return null;
          });
    }
  }
}
