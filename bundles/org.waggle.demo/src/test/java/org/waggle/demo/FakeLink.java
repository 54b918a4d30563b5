package org.waggle.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

/** A link with one session whose messages the test gives and sees. */
final class FakeLink implements MqttLink, MqttSession {

  final List<MqttMessage> published = new ArrayList<>();
  final List<String> subscribed = new ArrayList<>();
  private MqttSessionListener listener;
  private volatile boolean closed;
  private final Object calling = new Object();

  @Override
  public MqttSession open(String clientId, MqttMessage will, MqttSessionListener sessionListener) {
    listener = sessionListener;
    return this;
  }

  void connect() {
    listener.connected();
  }

  void deliver(String topic, String payload) {
    synchronized (calling) {
      listener.received(MqttMessage.of(topic, payload));
    }
  }

  @Override
  public CompletionStage<Void> publish(MqttMessage message) {
    published.add(message);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> subscribe(String topicFilter, Qos qos) {
    subscribed.add(topicFilter);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isConnected() {
    return !closed;
  }

  @Override
  public String server() {
    return "mqtt://127.0.0.1:18830";
  }

  @Override
  public int protocolVersion() {
    return 4;
  }

  @Override
  public void close() {
    synchronized (calling) {
      closed = true;
    }
  }
}
