package org.waggle.mqtt.broker;

import static io.netty.handler.codec.mqtt.MqttMessageType.CONNACK;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.mqtt.broker.WireClient.connect;
import static org.waggle.mqtt.broker.WireClient.publish;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.mqtt.api.MqttException;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

class InProcessSessionTest {

  private final Heard heard = new Heard();
  private TestBroker broker;
  private MqttSession session;

  @BeforeEach
  void open() throws Exception {
    broker = TestBroker.inMemory();
    session = broker.session("bridge", heard);
    heard.state();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void receivesTenThousandOfItsOwnMessagesInTheirOrder() throws Exception {
    await(session.subscribe("own/#", Qos.AT_MOST_ONCE));

    for (int i = 0; i < 10_000; i++) {
      session.publish(MqttMessage.of("own/" + i % 7, String.valueOf(i)));
    }

    for (int i = 0; i < 10_000; i++) {
      assertThat(heard.message().text()).isEqualTo(String.valueOf(i));
    }
  }

  @Test
  void receivesOnlyWhatOthersPublishWhereItAskedForThat() throws Exception {
    await(session.subscribe("own/heard", Qos.AT_MOST_ONCE));
    await(session.subscribeToOthers("own/#", Qos.AT_MOST_ONCE));
    MqttSession other = broker.session("other", new Heard());
    await(other.subscribe("none", Qos.AT_MOST_ONCE));

    await(session.publish(MqttMessage.of("own/unheard", "mine")));
    await(session.publish(MqttMessage.of("own/heard", "mine")));
    await(other.publish(MqttMessage.of("own/unheard", "yours")));

    assertThat(heard.message().topic()).isEqualTo("own/heard");
    assertThat(heard.message().text()).isEqualTo("yours");
  }

  @Test
  void tellsWhetherAnybodyElseIsSubscribed() throws Exception {
    await(session.subscribeToOthers("zigbee/#", Qos.AT_MOST_ONCE));
    try (WireClient client = broker.client().connected("client")) {
      assertThat(session.hasAudience("zigbee/lamp")).isFalse();

      client.subscribed("zigbee/+", 0);

      assertThat(session.hasAudience("zigbee/lamp")).isTrue();
      assertThat(session.hasAudience("zigbee/lamp/set")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Qos.class)
  void publishesToClients(Qos qos) throws Exception {
    try (WireClient client = broker.client().connected("client")) {
      client.subscribed("zigbee/#", 2);

      await(session.publish(MqttMessage.of("zigbee/lamp", "on").withQos(qos)));

      WireClient.Delivery delivery = client.delivery();
      assertThat(delivery.payload()).isEqualTo("on");
      assertThat(delivery.qos()).isEqualTo(qos.ordinal());
    }
  }

  @ParameterizedTest
  @EnumSource(Qos.class)
  void receivesWhatClientsPublish(Qos qos) throws Exception {
    await(session.subscribe("zigbee/+/set", Qos.EXACTLY_ONCE));
    try (WireClient client = broker.client().connected("client")) {

      client.send(publish("zigbee/lamp/set", "on", qos.ordinal(), false, false, 3));

      MqttMessage message = heard.message();
      assertThat(message.topic()).isEqualTo("zigbee/lamp/set");
      assertThat(message.text()).isEqualTo("on");
      assertThat(message.qos()).isEqualTo(qos);
      assertThat(message.retain()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Qos.class)
  void hasStoredARetainedMessageWhenItsPublishIsComplete(Qos qos) throws Exception {
    await(session.publish(MqttMessage.of("bridge/state", "online").withQos(qos).retained()));

    try (WireClient client = broker.client().connected("client")) {
      client.subscribed("bridge/state", 2);
      WireClient.Delivery delivery = client.delivery();
      assertThat(delivery.payload()).isEqualTo("online");
      assertThat(delivery.retain()).isTrue();
    }
  }

  @Test
  void forgetsWhatIsRetainedWhenAnEmptyPayloadIs() throws Exception {
    await(session.publish(MqttMessage.of("a", "1").retained()));
    await(session.publish(MqttMessage.of("b", "2").retained()));
    await(session.publish(MqttMessage.of("a", "").retained()));

    await(session.subscribe("#", Qos.AT_MOST_ONCE));

    MqttMessage message = heard.message();
    assertThat(message.topic()).isEqualTo("b");
    assertThat(message.retain()).isTrue();
  }

  @Test
  void passesAMessageLargerThanAnyClientMaySend() throws Exception {
    String payload = "x".repeat(20 << 20);
    await(session.subscribe("big", Qos.AT_LEAST_ONCE));

    await(session.publish(MqttMessage.of("big", payload).withQos(Qos.AT_LEAST_ONCE)));

    assertThat(heard.message().payload()).hasSize(payload.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#", "a/+/b", "a\0b"})
  void refusesToPublishToNoTopic(String topic) {
    assertThatThrownBy(() -> await(session.publish(MqttMessage.of(topic, "x"))))
        .hasCauseInstanceOf(MqttException.class);
  }

  @Test
  void failsASubscriptionThatTheBrokerRefuses() {
    assertThatThrownBy(() -> await(session.subscribe("a/#/b", Qos.AT_MOST_ONCE)))
        .hasCauseInstanceOf(MqttException.class);
  }

  @Test
  void refusesASecondSessionOfThatName() {
    assertThatThrownBy(() -> broker.session("bridge", new Heard()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsItsNameFromClients() throws Exception {
    try (WireClient thief = broker.client()) {
      thief.send(connect("bridge").build());

      MqttConnAckMessage answer = (MqttConnAckMessage) thief.next(CONNACK);
      assertThat(answer.variableHeader().connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      assertThat(session.isConnected()).isTrue();
    }
  }

  @Test
  void publishesItsLastWordsButNoWillWhenItIsClosed() throws Exception {
    try (WireClient client = broker.client().connected("client")) {
      client.subscribed("#", 0);

      session.publish(MqttMessage.of("bridge/state", "offline"));
      session.close();

      assertThat(client.delivery().payload()).isEqualTo("offline");
      Heard again = new Heard();
      MqttSession next = broker.session("bridge", again);
      again.state();
      await(next.publish(MqttMessage.of("bridge/state", "online")));
      assertThat(client.delivery().payload()).isEqualTo("online");
    }
  }

  @Test
  void failsWhatIsPublishedAfterItWasClosed() {
    session.close();

    assertThat(session.isConnected()).isFalse();
    assertThatThrownBy(() -> await(session.publish(MqttMessage.of("a", "x"))))
        .hasCauseInstanceOf(MqttException.class);
  }

  @Test
  void doesNotCallItsListenerAfterItWasClosed() throws Exception {
    await(session.subscribe("flood", Qos.AT_MOST_ONCE));
    IntStream.range(0, 1000).forEach(i -> session.publish(MqttMessage.of("flood", "x")));
    heard.message();

    session.close();

    int before = heard.count();
    Heard later = new Heard();
    await(barrier(later));
    assertThat(heard.count()).isEqualTo(before);
  }

  @Test
  void goesOnAfterItsListenerHasFailed() throws Exception {
    CountDownLatch second = new CountDownLatch(2);
    MqttSession failing =
        broker.session(
            "failing",
            new MqttSessionListener() {
              @Override
              public void connected() {}

              @Override
              public void disconnected(String reason) {}

              @Override
              public void received(MqttMessage message) {
                second.countDown();
                throw new IllegalStateException("on purpose");
              }
            });
    await(failing.subscribe("any", Qos.AT_MOST_ONCE));

    session.publish(MqttMessage.of("any", "1"));
    session.publish(MqttMessage.of("any", "2"));

    assertThat(second.await(TestBroker.SECONDS, SECONDS)).isTrue();
  }

  @Test
  void holdsUpNobodyElseWhenItsListenerIsSlow() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    MqttSession slow =
        broker.session(
            "slow",
            new MqttSessionListener() {
              @Override
              public void connected() {}

              @Override
              public void disconnected(String reason) {}

              @Override
              public void received(MqttMessage message) {
                try {
                  release.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    await(slow.subscribe("#", Qos.AT_LEAST_ONCE));
    await(session.subscribe("#", Qos.AT_LEAST_ONCE));

    for (int i = 0; i < 1000; i++) {
      session.publish(MqttMessage.of("any", String.valueOf(i)).withQos(Qos.AT_LEAST_ONCE));
    }

    for (int i = 0; i < 1000; i++) {
      assertThat(heard.message().text()).isEqualTo(String.valueOf(i));
    }
    release.countDown();
  }

  @Test
  void tellsWhereTheBrokerIs() {
    assertThat(session.server()).startsWith("mqtt://127.0.0.1:");
    assertThat(session.protocolVersion()).isEqualTo(4);
  }

  /** Completed when the broker has handled everything asked of it before. */
  private CompletionStage<Void> barrier(Heard listener) throws Exception {
    MqttSession other = broker.session("barrier", listener);
    listener.state();
    return other.publish(MqttMessage.of("barrier", "x"));
  }

  private static void await(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(TestBroker.SECONDS, SECONDS);
  }
}
