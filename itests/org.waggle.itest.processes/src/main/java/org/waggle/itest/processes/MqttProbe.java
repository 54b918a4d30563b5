package org.waggle.itest.processes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** An MQTT client that keeps all it receives and waits for what is to come. */
public final class MqttProbe implements AutoCloseable {

  /**
   * A message as it arrived.
   *
   * @param at microseconds since 1970, as the simulator tells times
   */
  public record Message(String topic, String payload, boolean retained, long at) {

    public JsonElement json() {
      return JsonParser.parseString(payload);
    }
  }

  private final MqttClient client;
  private final Arrivals<Message> messages = new Arrivals<>();
  private final Map<String, Message> latest = new LinkedHashMap<>();

  private MqttProbe(MqttClient client) {
    this.client = client;
  }

  /** Connects to a broker of this machine, trying until it answers, and subscribes. */
  public static MqttProbe connect(int port, Duration timeout, String... topicFilters) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      try {
        return attempt(port, topicFilters);
      } catch (MqttException e) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("No broker on port " + port + " within " + timeout, e);
        }
        pause();
      }
    }
  }

  /** A refused connection is no event that one could wait for. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while connecting", e);
    }
  }

  private static MqttProbe attempt(int port, String... topicFilters) throws MqttException {
    MqttClient client =
        new MqttClient(
            "tcp://127.0.0.1:" + port, MqttClient.generateClientId(), new MemoryPersistence());
    MqttProbe probe = new MqttProbe(client);
    client.setCallback(
        new MqttCallback() {
          @Override
          public void connectionLost(Throwable cause) {}

          @Override
          public void messageArrived(String topic, MqttMessage message) {
            probe.add(topic, message);
          }

          @Override
          public void deliveryComplete(IMqttDeliveryToken token) {}
        });
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setMaxInflight(1000);
    options.setConnectionTimeout(5);
    options.setSocketFactory(new NoDelaySockets());
    client.connect(options);
    for (String filter : topicFilters) {
      client.subscribe(filter, 0);
    }
    return probe;
  }

  private synchronized void add(String topic, MqttMessage message) {
    Message arrived =
        new Message(
            topic,
            new String(message.getPayload(), StandardCharsets.UTF_8),
            message.isRetained(),
            SimulatorClock.now());
    messages.add(arrived);
    latest.put(topic, arrived);
    notifyAll();
  }

  /** Publishes at QoS 0, not retained. */
  public void publish(String topic, String payload) {
    publish(topic, payload, false);
  }

  /** Publishes at QoS 0, to be kept by the broker. */
  public void publishRetained(String topic, String payload) {
    publish(topic, payload, true);
  }

  private void publish(String topic, String payload, boolean retained) {
    try {
      client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 0, retained);
    } catch (MqttException e) {
      throw new IllegalStateException("Cannot publish on " + topic, e);
    }
  }

  /** Waits until the latest message of a topic passes a test, and returns it. */
  public synchronized Message awaitLatest(String topic, Predicate<Message> test, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Message message = latest.get(topic);
      if (message != null && test.test(message)) {
        return message;
      }
      await(
          deadline,
          () ->
              "Nothing fitting on "
                  + topic
                  + ", last: "
                  + (message == null ? null : message.payload()));
    }
  }

  /** Waits for a message, from the {@code from}th received on, that passes a test. */
  public Message awaitMessage(int from, Predicate<Message> test, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    int next = from;
    while (true) {
      Message message =
          messages
              .await(next, Duration.ofNanos(deadline - System.nanoTime()))
              .orElseThrow(() -> new AssertionError("No fitting message among " + count()));
      if (test.test(message)) {
        return message;
      }
      next++;
    }
  }

  private void await(long deadline, Supplier<String> complaint) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new AssertionError(complaint.get());
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for a message", e);
    }
  }

  /** Whether a further message of a topic arrives in time. */
  public boolean hearsAnother(String topic, Duration timeout) {
    try {
      awaitMessage(count(), message -> message.topic().equals(topic), timeout);
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  /** How many messages have arrived. */
  public int count() {
    return messages.count();
  }

  /** All messages since the {@code from}th. */
  public List<Message> messages(int from) {
    return messages.since(from);
  }

  /** All messages, to be gone through while more arrive. */
  public Arrivals<Message> arrivals() {
    return messages;
  }

  @Override
  public void close() {
    try {
      client.disconnectForcibly(0, 500, false);
      client.close(true);
    } catch (MqttException e) {
      throw new IllegalStateException("Cannot close the MQTT client", e);
    }
  }
}
