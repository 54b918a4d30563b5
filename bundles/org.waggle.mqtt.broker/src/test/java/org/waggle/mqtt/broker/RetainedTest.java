package org.waggle.mqtt.broker;

import static io.netty.handler.codec.mqtt.MqttMessageType.CONNACK;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBACK;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBCOMP;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBREC;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBREL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.mqtt.broker.WireClient.connect;
import static org.waggle.mqtt.broker.WireClient.publish;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retained messages and wills. */
class RetainedTest {

  private TestBroker broker;
  private WireClient alice;
  private WireClient bob;

  @BeforeEach
  void connectTwo() throws Exception {
    broker = TestBroker.inMemory();
    alice = broker.client().connected("alice");
    bob = broker.client().connected("bob");
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void deliversARetainedMessageWithRetainSet(int qos) throws Exception {
    alice.send(publish("lamp", "on", qos, true, false, 5));
    alice.settledAfter(qos);

    bob.subscribed("lamp", qos);

    WireClient.Delivery delivery = bob.delivery();
    assertThat(delivery.topic()).isEqualTo("lamp");
    assertThat(delivery.payload()).isEqualTo("on");
    assertThat(delivery.qos()).isEqualTo(qos);
    assertThat(delivery.retain()).isTrue();
  }

  @Test
  void replacesARetainedMessageByOneOfQos0() throws Exception {
    alice.published("lamp", "on", true);
    alice.send(publish("lamp", "off", 0, true, false, 0));
    alice.settled();

    bob.subscribed("lamp", 0);

    assertThat(bob.delivery().payload()).isEqualTo("off");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void forgetsWhatIsRetainedWhenAnEmptyPayloadIs(int qos) throws Exception {
    alice.published("lamp", "on", true);
    alice.send(publish("lamp", "", qos, true, false, 5));
    alice.settledAfter(qos);
    alice.published("other", "left", true);

    bob.subscribed("#", 0);

    assertThat(bob.delivery().topic()).isEqualTo("other");
  }

  @Test
  void hasStoredARetainedMessageWhenItIsAcknowledged() throws Exception {
    for (int i = 0; i < 200; i++) {
      alice.published("lamp/" + i, "on", true);
      bob.subscribed("lamp/" + i, 0);

      assertThat(bob.delivery().topic()).isEqualTo("lamp/" + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void deliversFiveThousandRetainedTopicsToANewSubscriber(int qos) throws Exception {
    String payload = "x".repeat(300);
    alice.sendAll(
        IntStream.range(0, 5000)
            .mapToObj(i -> publish("ret/" + i, payload, qos, true, false, 1 + i))
            .toList());
    for (int i = 0; i < (qos == 0 ? 1 : 5000); i++) {
      alice.settledAfter(qos);
    }

    bob.subscribed("ret/#", qos);

    Set<String> topics = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      WireClient.Delivery delivery = bob.delivery();
      assertThat(delivery.retain()).isTrue();
      topics.add(delivery.topic());
      if (delivery.qos() == 1) {
        bob.acknowledge(PUBACK, delivery.id());
      }
    }
    assertThat(topics).hasSize(5000);
  }

  @Test
  void keepsRetainSetOnWhatASubscriberReceivesAfterItsWindowWasFull() throws Exception {
    for (int i = 0; i < 30; i++) {
      alice.published("ret/" + i, "x", true);
    }

    bob.subscribed("ret/#", 2);

    for (int i = 0; i < 30; i++) {
      WireClient.Delivery delivery = bob.delivery();
      assertThat(delivery.retain()).isTrue();
      assertThat(delivery.topic()).startsWith("ret/");
      bob.acknowledge(PUBACK, delivery.id());
    }
  }

  @Test
  void completesADeliveryOfQos2() throws Exception {
    bob.subscribed("two", 2);
    alice.send(publish("two", "x", 2, false, false, 9));
    alice.next(PUBREC);
    alice.acknowledge(PUBREL, 9);
    alice.next(PUBCOMP);

    bob.acknowledge(PUBREC, bob.delivery().id());

    bob.acknowledge(PUBCOMP, WireClient.idOf(bob.next(PUBREL)));
    bob.settled();
  }

  @Test
  void storesARetainedWillAndDeliversIt() throws Exception {
    bob.subscribed("state", 1);
    WireClient carol = broker.client();
    carol.send(
        connect("carol")
            .cleanSession(true)
            .willFlag(true)
            .willTopic("state")
            .willMessage("offline".getBytes())
            .willQoS(MqttQoS.AT_LEAST_ONCE)
            .willRetain(true)
            .build());
    carol.next(CONNACK);

    carol.vanish();

    assertThat(bob.delivery().payload()).isEqualTo("offline");
    alice.subscribed("state", 1);
    WireClient.Delivery stored = alice.delivery();
    assertThat(stored.payload()).isEqualTo("offline");
    assertThat(stored.retain()).isTrue();
    carol.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void publishesTheWillOfAClientWhoseSessionIsTakenOver(boolean clean) throws Exception {
    bob.subscribed("state", 0);
    try (WireClient first = broker.client();
        WireClient second = broker.client()) {
      first.send(
          connect("carol")
              .cleanSession(clean)
              .willFlag(true)
              .willTopic("state")
              .willMessage("taken over".getBytes())
              .build());
      first.next(CONNACK);

      second.send(connect("carol").cleanSession(clean).build());

      assertThat(bob.delivery().payload()).isEqualTo("taken over");
    }
  }

  @Test
  void publishesNoWillAfterDisconnect() throws Exception {
    bob.subscribed("state", 0);
    try (WireClient carol = broker.client()) {
      carol.send(
          connect("carol")
              .cleanSession(true)
              .willFlag(true)
              .willTopic("state")
              .willMessage("offline".getBytes())
              .build());
      carol.next(CONNACK);
      carol.disconnected();
    }

    try (WireClient dave = broker.client()) {
      dave.connected("dave").published("state", "of dave", false);
    }

    assertThat(bob.delivery().payload()).isEqualTo("of dave");
  }
}
