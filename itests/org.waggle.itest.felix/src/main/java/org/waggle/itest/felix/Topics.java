package org.waggle.itest.felix;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

/** An MQTT session that waits for what topics say. */
final class Topics implements MqttSessionListener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MqttSession session;
  private final Map<String, String> latest = new HashMap<>();

  Topics(MqttLink link) {
    session = link.open("topics", MqttMessage.of("topics/will", ""), this);
    session.subscribe("zigbee2mqtt/#", Qos.AT_MOST_ONCE);
  }

  void publish(String topic, String payload) {
    session.publish(MqttMessage.of(topic, payload));
  }

  /** Waits until the latest message of a topic, retained or new, passes a test. */
  synchronized JsonElement await(String topic, Predicate<JsonElement> test)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String payload = latest.get(topic);
      if (payload != null && !payload.isEmpty() && test.test(JsonParser.parseString(payload))) {
        return JsonParser.parseString(payload);
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("Nothing fitting on " + topic + ", last: " + payload);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  @Override
  public void connected() {}

  @Override
  public void disconnected(String reason) {}

  @Override
  public synchronized void received(MqttMessage message) {
    latest.put(message.topic(), message.text());
    notifyAll();
  }

  @Override
  public void close() {
    session.close();
  }
}
