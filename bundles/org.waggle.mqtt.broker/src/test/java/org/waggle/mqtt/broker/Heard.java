package org.waggle.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSessionListener;

/** What an in-process session was told, in order. */
final class Heard implements MqttSessionListener {

  static final String CONNECTED = "connected";

  private final BlockingQueue<String> states = new LinkedBlockingQueue<>();
  private final BlockingQueue<MqttMessage> messages = new LinkedBlockingQueue<>();

  @Override
  public void connected() {
    states.add(CONNECTED);
  }

  @Override
  public void disconnected(String reason) {
    states.add(reason);
  }

  @Override
  public void received(MqttMessage message) {
    messages.add(message);
  }

  String state() throws Exception {
    return present(states.poll(TestBroker.SECONDS, TimeUnit.SECONDS));
  }

  MqttMessage message() throws Exception {
    return present(messages.poll(TestBroker.SECONDS, TimeUnit.SECONDS));
  }

  int count() {
    return messages.size();
  }

  private static <T> T present(T event) {
    assertThat(event).as("something is heard").isNotNull();
    return event;
  }
}
