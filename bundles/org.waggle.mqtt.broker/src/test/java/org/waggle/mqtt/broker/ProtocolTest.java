package org.waggle.mqtt.broker;

import static io.netty.handler.codec.mqtt.MqttMessageType.CONNACK;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBACK;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBCOMP;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBREC;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBREL;
import static io.netty.handler.codec.mqtt.MqttMessageType.SUBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.mqtt.broker.WireClient.connect;
import static org.waggle.mqtt.broker.WireClient.publish;
import static org.waggle.mqtt.broker.WireClient.subscribe;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any MQTT client may rely on. */
class ProtocolTest {

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
  void deliversLiveMessagesAtTheirQosWithoutRetain(int qos) throws Exception {
    bob.subscribed("home/+/state", qos);
    // What was retained before follows the acknowledgement; a second one tells that it is through.
    bob.subscribed("nothing/is/retained/here", qos);

    alice.send(publish("home/lamp/state", "on", qos, true, false, 5));

    WireClient.Delivery delivery = bob.delivery();
    assertThat(delivery.topic()).isEqualTo("home/lamp/state");
    assertThat(delivery.payload()).isEqualTo("on");
    assertThat(delivery.qos()).isEqualTo(qos);
    assertThat(delivery.retain()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void deliversAFirstSeenMessageWithDupAndGoesOnServing(int qos) throws Exception {
    bob.subscribed("dup", qos);

    alice.send(publish("dup", "first seen", qos, false, true, 5));

    alice.next(qos == 1 ? PUBACK : PUBREC);
    assertThat(bob.delivery().payload()).isEqualTo("first seen");
    for (int i = 0; i < 40; i++) {
      try (WireClient client = broker.client()) {
        client.connected("later" + i);
      }
    }
  }

  @Test
  void deliversAMessageOfQos2OnceThoughItIsSentAgain() throws Exception {
    bob.subscribed("once", 0);

    alice.send(publish("once", "1", 2, false, false, 5));
    alice.next(PUBREC);
    alice.send(publish("once", "1", 2, false, true, 5));
    alice.next(PUBREC);
    alice.acknowledge(PUBREL, 5);
    alice.next(PUBCOMP);
    alice.send(publish("once", "2", 2, false, false, 5));

    assertThat(bob.delivery().payload()).isEqualTo("1");
    assertThat(bob.delivery().payload()).isEqualTo("2");
  }

  @Test
  void remembersUnreleasedMessagesOfAPersistentSessionAcrossConnections() throws Exception {
    bob.subscribed("once", 0);
    try (WireClient first = broker.client();
        WireClient second = broker.client()) {
      first.resumed("carol");
      first.send(publish("once", "1", 2, false, false, 5));
      first.next(PUBREC);
      first.vanish();

      second.resumed("carol");
      second.send(publish("once", "1", 2, false, true, 5));
      second.next(PUBREC);
      second.send(publish("once", "2", 2, false, false, 6));

      assertThat(bob.delivery().payload()).isEqualTo("1");
      assertThat(bob.delivery().payload()).isEqualTo("2");
    }
  }

  @Test
  void acknowledgesAndDeliversThreeThousandMessagesSentWithoutWaiting() throws Exception {
    bob.subscribed("burst", 0);

    alice.sendAll(
        IntStream.rangeClosed(1, 3000)
            .mapToObj(i -> publish("burst", String.valueOf(i), 1, false, false, i))
            .toList());

    for (int i = 1; i <= 3000; i++) {
      MqttMessageIdVariableHeader header =
          (MqttMessageIdVariableHeader) alice.next(PUBACK).variableHeader();
      assertThat(header.messageId()).isEqualTo(i);
      assertThat(bob.delivery().payload()).isEqualTo(String.valueOf(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "+/uptime", "+/#"})
  void keepsDollarTopicsFromLeadingWildcards(String filter) throws Exception {
    bob.subscribed(filter, 0);
    bob.subscribed("plain", 0);

    alice.published("$SYS/uptime", "1", false);
    alice.published("plain", "2", false);

    assertThat(bob.delivery().payload()).isEqualTo("2");
  }

  @Test
  void deliversDollarTopicsToWhoNamesThem() throws Exception {
    bob.subscribed("#", 1);
    bob.subscribed("$SYS/#", 0);

    alice.published("$SYS/uptime", "1", false);

    assertThat(bob.delivery().topic()).isEqualTo("$SYS/uptime");
  }

  @Test
  void takesPacketsThatComeRightBehindConnect() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (WireClient hasty = broker.client()) {
        hasty.send(connect("hasty" + i).cleanSession(true).build());
        hasty.send(subscribe("hasty/" + i, 0));
        hasty.send(publish("hasty/" + i, "me", 0, false, false, 0));

        hasty.next(CONNACK);
        hasty.next(SUBACK);
        assertThat(hasty.delivery().payload()).isEqualTo("me");
      }
    }
  }

  @Test
  void takesASubscriptionRightAfterConnack() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (WireClient client = broker.client()) {
        client.connected("quick" + i).subscribed("quick", 0);
      }
    }
  }

  @Test
  void speaksMqtt31() throws Exception {
    try (WireClient old = broker.client()) {
      old.send(connect("old").protocolVersion(MqttVersion.MQTT_3_1).cleanSession(true).build());

      old.next(CONNACK);
      old.subscribed("old", 0);
    }
  }

  @Test
  void namesClientsThatDoNotNameThemselves() throws Exception {
    try (WireClient nameless = broker.client()) {
      nameless.connected("").subscribed("any", 0);
    }
  }

  @Test
  void refusesMqtt5WithTheAnswerThatSaysSo() throws Exception {
    try (WireClient modern = broker.client()) {
      modern.send(connect("modern").protocolVersion(MqttVersion.MQTT_5).build());

      MqttConnAckMessage answer = (MqttConnAckMessage) modern.next(CONNACK);
      assertThat(answer.variableHeader().connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
      modern.closedByBroker();
    }
  }

  @Test
  void closesTheConnectionOfAClientThatConnectsTwice() throws Exception {
    alice.send(connect("alice").build());

    alice.closedByBroker();
  }

  @Test
  void closesAConnectionThatDoesNotBeginWithConnect() throws Exception {
    try (WireClient rude = broker.client()) {
      rude.send(publish("rude", "hello", 0, false, false, 0));

      rude.closedByBroker();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "all/#", "any/+/one", "nul\0"})
  void closesTheConnectionOfAClientThatPublishesToNoTopic(String topic) throws Exception {
    alice.send(publish(topic, "x", 0, false, false, 0));

    alice.closedByBroker();
  }

  @Test
  void survivesClientsThatTakeOverEachOthersSession() throws Exception {
    for (int i = 0; i < 60; i++) {
      try (WireClient persistent = broker.client();
          WireClient clean = broker.client()) {
        persistent.resumed("carol");
        persistent.subscribed("carol", 1);
        alice.published("carol", "unacknowledged", false);
        persistent.acknowledge(PUBACK, 1);
        clean.connected("carol");
        clean.settled();
      }
    }

    bob.settled();
    alice.settled();
  }

  @Test
  void servesAClientIdWhoseHashIsTheSmallestInteger() throws Exception {
    String clientId = "polygenelubricants";
    assertThat(clientId.hashCode()).isEqualTo(Integer.MIN_VALUE);

    try (WireClient client = broker.client()) {
      client.connected(clientId).subscribed("any", 0);
    }
  }

  @Test
  void passesAMessageOfOneMebibyte() throws Exception {
    String payload = "x".repeat(1 << 20);
    bob.subscribed("big", 1);

    alice.published("big", payload, true);

    assertThat(bob.delivery().payload()).isEqualTo(payload);
  }
}
