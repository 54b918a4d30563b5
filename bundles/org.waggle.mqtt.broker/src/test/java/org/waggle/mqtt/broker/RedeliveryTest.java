package org.waggle.mqtt.broker;

import static io.netty.handler.codec.mqtt.MqttMessageType.PUBACK;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBCOMP;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBREC;
import static io.netty.handler.codec.mqtt.MqttMessageType.PUBREL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a persistent session sends again when its client is back. */
class RedeliveryTest {

  private static final int WINDOW = 10;

  private TestBroker broker;
  private WireClient alice;
  private WireClient absent;
  private WireClient back;

  @BeforeEach
  void connect() throws Exception {
    broker = TestBroker.inMemory();
    alice = broker.client().connected("alice");
    absent = broker.client();
    back = broker.client();
  }

  @AfterEach
  void stop() {
    alice.close();
    absent.close();
    back.close();
    broker.close();
  }

  @Test
  void sendsWhatIsInFlightAgainBeforeWhatIsQueued() throws Exception {
    absent.resumed("bob");
    absent.subscribed("lamp", 1);
    for (int i = 0; i < 2 * WINDOW; i++) {
      alice.published("lamp", String.valueOf(i), false);
    }
    for (int i = 0; i < WINDOW; i++) {
      assertThat(absent.delivery().dup()).isFalse();
    }
    absent.vanish();

    assertThat(back.resumed("bob")).isTrue();

    for (int i = 0; i < 2 * WINDOW; i++) {
      WireClient.Delivery delivery = back.delivery();
      assertThat(delivery.payload()).isEqualTo(String.valueOf(i));
      assertThat(delivery.dup()).isEqualTo(i < WINDOW);
      back.acknowledge(PUBACK, delivery.id());
    }
  }

  @Test
  void doesNotSendAgainWhatWasAcknowledged() throws Exception {
    absent.resumed("bob");
    absent.subscribed("lamp", 1);
    alice.published("lamp", "1", false);
    absent.acknowledge(PUBACK, absent.delivery().id());
    alice.published("lamp", "2", false);
    absent.delivery();
    absent.vanish();

    back.resumed("bob");

    assertThat(back.delivery().payload()).isEqualTo("2");
  }

  @Test
  void sendsPubrelAgainWhenOnlyThatIsMissing() throws Exception {
    absent.resumed("bob");
    absent.subscribed("lamp", 2);
    alice.send(WireClient.publish("lamp", "on", 2, false, false, 9));
    WireClient.Delivery delivery = absent.delivery();
    absent.acknowledge(PUBREC, delivery.id());
    absent.next(PUBREL);
    absent.vanish();

    back.resumed("bob");

    assertThat(WireClient.idOf(back.next(PUBREL))).isEqualTo(delivery.id());
    back.acknowledge(PUBCOMP, delivery.id());
    back.settled();
  }

  @Test
  void startsAnewWithACleanSession() throws Exception {
    absent.resumed("bob");
    absent.subscribed("lamp", 1);
    alice.published("lamp", "on", false);
    absent.delivery();
    absent.vanish();

    back.connected("bob").settled();
  }
}
