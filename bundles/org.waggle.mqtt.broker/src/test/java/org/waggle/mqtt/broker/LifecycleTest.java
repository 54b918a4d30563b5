package org.waggle.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.Qos;

class LifecycleTest {

  @Test
  void servesItsOwnProcessWhileThePortIsTakenAndListensWhenItIsFree() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        TestBroker broker = TestBroker.onPort(other.getLocalPort())) {
      Heard heard = new Heard();
      MqttSession session = broker.session("bridge", heard);
      assertThat(heard.state()).isEqualTo(Heard.CONNECTED);
      session
          .publish(MqttMessage.of("state", "online").retained())
          .toCompletableFuture()
          .get(TestBroker.SECONDS, TimeUnit.SECONDS);
      Assertions.assertThatThrownBy(
              () ->
                  broker
                      .component()
                      .address()
                      .toCompletableFuture()
                      .get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      other.close();

      try (WireClient client = broker.client().connected("client")) {
        client.subscribed("state", 0);
        assertThat(client.delivery().payload()).isEqualTo("online");
      }
    }
  }

  @Test
  void movesToAnotherPortAndItsSessionsFollow(@TempDir Path directory) throws Exception {
    try (TestBroker broker = TestBroker.storingIn(directory)) {
      Heard heard = new Heard();
      MqttSession session = broker.session("bridge", heard);
      session
          .subscribe("set", Qos.AT_MOST_ONCE)
          .toCompletableFuture()
          .get(TestBroker.SECONDS, TimeUnit.SECONDS);
      heard.state();
      int free = freePort();
      WireClient before = broker.client().connected("client");
      before.published("kept", "x", true);

      broker
          .component()
          .modified(TestBroker.config(Map.of("port", free, "directory", directory.toString())));

      assertThat(heard.state()).contains("settings");
      assertThat(heard.state()).isEqualTo(Heard.CONNECTED);
      before.closedByBroker();
      before.close();
      assertThat(broker.port()).isEqualTo(free);
      assertThat(session.server()).isEqualTo("mqtt://127.0.0.1:" + free);
      try (WireClient client = broker.client().connected("client")) {
        client.subscribed("kept", 0);
        assertThat(client.delivery().payload()).isEqualTo("x");
        client.published("set", "on", false);
        assertThat(heard.message().text()).isEqualTo("on");
      }
    }
  }

  @Test
  void takesOtherSettingsRightAfterItsStart() throws Exception {
    for (int i = 0; i < 20; i++) {
      int free = freePort();
      try (TestBroker broker = TestBroker.inMemory()) {

        broker.component().modified(TestBroker.config(Map.of("port", free, "persistent", false)));

        assertThat(broker.port()).isEqualTo(free);
        try (WireClient client = broker.client()) {
          client.connected("client").settled();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"70000", "-1", "mqtt", ""})
  void servesItsOwnProcessThoughItsPortIsNone(String port) throws Exception {
    try (TestBroker broker = TestBroker.onPort(port)) {
      Heard heard = new Heard();

      broker.session("bridge", heard);

      assertThat(heard.state()).isEqualTo(Heard.CONNECTED);
    }
  }

  @Test
  void goesOnUndisturbedWhenNoSettingHasChanged() throws Exception {
    try (TestBroker broker = TestBroker.inMemory();
        WireClient client = broker.client().connected("client")) {

      broker.component().modified(TestBroker.config(Map.of("port", 0, "persistent", false)));

      client.settled();
    }
  }

  @Test
  @Timeout(30)
  void startsAndStopsAgainAndAgainWithoutLeavingThreads(@TempDir Path directory) throws Exception {
    List<Thread> before = threads();

    for (int i = 0; i < 10; i++) {
      try (TestBroker broker = TestBroker.storingIn(directory);
          WireClient client = broker.client().connected("client")) {
        Heard heard = new Heard();
        MqttSession session = broker.session("bridge", heard);
        heard.state();
        session.publish(MqttMessage.of("a", "x").retained());
        client.subscribed("#", 0);
        if (i % 2 == 0) {
          session.close();
        }
      }
    }

    for (Thread thread : threads()) {
      if (!before.contains(thread) && !thread.getName().startsWith("globalEventExecutor")) {
        thread.join(TimeUnit.SECONDS.toMillis(TestBroker.SECONDS));
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static List<Thread> threads() {
    return List.copyOf(Thread.getAllStackTraces().keySet());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
