package org.waggle.mqtt.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.Qos;

class SelfCheckTest {

  private final EmbeddedChannel timer = new EmbeddedChannel();

  @Test
  void leavesNothingBehind() throws Exception {
    try (TestBroker broker = TestBroker.inMemory();
        WireClient client = broker.client().connected("client")) {

      SelfCheck.of(broker.component(), timer.eventLoop())
          .toCompletableFuture()
          .get(TestBroker.SECONDS, SECONDS);

      client.subscribed("$waggle/#", 0);
      client.settled();
    }
  }

  @Test
  void givesUpOnABrokerThatDoesNotAnswer() {
    AtomicBoolean closed = new AtomicBoolean();
    MqttLink silent = (clientId, will, listener) -> new SilentSession(closed);

    CompletionStage<Void> result = SelfCheck.of(silent, timer.eventLoop());

    assertThat(result.toCompletableFuture()).isNotDone();
    timer.advanceTimeBy(11, SECONDS);
    timer.runScheduledPendingTasks();
    assertThat(result.toCompletableFuture()).isDone();
    assertThat(closed).isTrue();
  }

  private record SilentSession(AtomicBoolean closed) implements MqttSession {

    @Override
    public CompletionStage<Void> publish(MqttMessage message) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<Void> subscribe(String topicFilter, Qos qos) {
      return new CompletableFuture<>();
    }

    @Override
    public boolean isConnected() {
      return false;
    }

    @Override
    public String server() {
      return "nowhere";
    }

    @Override
    public int protocolVersion() {
      return 4;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }
}
