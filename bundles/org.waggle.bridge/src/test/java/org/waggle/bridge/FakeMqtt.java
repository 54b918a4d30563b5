package org.waggle.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.mqtt.api.MqttException;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

/** A broker with one client, which keeps what is published. */
public final class FakeMqtt implements MqttLink {

  /** Whether anybody listens. */
  public boolean audience = true;

  /** All that was published, in order. */
  public final List<MqttMessage> published = new ArrayList<>();

  public final List<String> subscriptions = new ArrayList<>();
  public Optional<MqttMessage> will = Optional.empty();
  public boolean connected = true;
  public boolean closed;
  private MqttSessionListener listener;

  @Override
  public MqttSession open(String clientId, MqttMessage willMessage, MqttSessionListener heard) {
    will = Optional.of(willMessage);
    listener = heard;
    if (connected) {
      heard.connected();
    }
    return new Session();
  }

  public void connect() {
    connected = true;
    listener.connected();
  }

  public void disconnect() {
    connected = false;
    listener.disconnected("the broker is away");
  }

  /** Somebody publishes something. */
  public void deliver(String topic, String payload) {
    listener.received(MqttMessage.of(topic, payload));
  }

  private final class Session implements MqttSession {

    @Override
    public boolean hasAudience(String topic) {
      return audience;
    }

    @Override
    public CompletionStage<Void> publish(MqttMessage message) {
      if (!connected) {
        return CompletableFuture.failedFuture(new MqttException("not connected"));
      }
      published.add(message);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> subscribe(String topicFilter, Qos qos) {
      subscriptions.add(topicFilter);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isConnected() {
      return connected;
    }

    @Override
    public String server() {
      return "mqtt://127.0.0.1:1883";
    }

    @Override
    public int protocolVersion() {
      return 4;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
