package org.waggle.bridge.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.Qos;
import org.waggle.zigbee.api.NetworkStatus;

final class StateTopicTest {

  private static final NetworkStatus OFFLINE =
      new NetworkStatus(NetworkStatus.State.BACKING_OFF, "the stick is not there");

  private final Bench bench = new Bench();

  @Test
  void isOnlineWhileBrokerAndRadioAreThere() {
    bench.start();

    MqttMessage state = bench.last("bridge/state");
    assertThat(state.text()).isEqualTo("{\"state\":\"online\"}");
    assertThat(state.retain()).isTrue();
    assertThat(state.qos()).isEqualTo(Qos.AT_LEAST_ONCE);
    assertThat(bench.bridge().isOnline()).isTrue();
  }

  @Test
  void leavesARetainedWill() {
    bench.start();

    MqttMessage will = bench.mqtt.will.orElseThrow();
    assertThat(will.topic()).isEqualTo("zigbee2mqtt/bridge/state");
    assertThat(will.text()).isEqualTo("{\"state\":\"offline\"}");
    assertThat(will.retain()).isTrue();
    assertThat(will.qos()).isEqualTo(Qos.AT_LEAST_ONCE);
  }

  @Test
  void isOfflineWhileTheRadioIsAway() {
    bench.start();

    bench.network.setStatus(OFFLINE);
    assertThat(bench.last("bridge/state").text()).isEqualTo("{\"state\":\"offline\"}");
    assertThat(bench.last("bridge/state").retain()).isTrue();
    bench.network.setStatus(NetworkStatus.ONLINE);

    assertThat(bench.payloads("bridge/state"))
        .containsExactly(
            "{\"state\":\"online\"}", "{\"state\":\"offline\"}", "{\"state\":\"online\"}");
  }

  @Test
  void isOfflineOnceHoweverManyStatesTheRadioPassesThrough() {
    bench.start().forget();

    bench.network.setStatus(OFFLINE);
    for (NetworkStatus.State state : NetworkStatus.State.values()) {
      if (state != NetworkStatus.State.ONLINE) {
        bench.network.setStatus(new NetworkStatus(state, ""));
      }
    }
    bench.network.setStatus(NetworkStatus.ONLINE);

    assertThat(bench.payloads("bridge/state"))
        .containsExactly("{\"state\":\"offline\"}", "{\"state\":\"online\"}");
  }

  @Test
  void isOfflineAtAStartWithoutRadioAndTellsNothingElse() {
    bench.network.setStatus(OFFLINE);
    bench.network.put(Nodes.router(BULB, "bulb", 1));

    bench.start();

    assertThat(bench.topics()).containsExactlyInAnyOrder("bridge/radio", "bridge/state");
    assertThat(bench.last("bridge/state").text()).isEqualTo("{\"state\":\"offline\"}");
  }

  @Test
  void tellsAllThereIsOnceTheRadioIsThere() {
    bench.network.setStatus(OFFLINE);
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.network.memory().documents.put("states", "{\"%s\":{\"a\":1}}".formatted(BULB));
    bench.start().forget();

    bench.network.setStatus(NetworkStatus.ONLINE);

    assertThat(bench.topics())
        .containsExactly(
            "bridge/state",
            "bridge/radio",
            "bridge/info",
            "bridge/devices",
            "bridge/groups",
            BULB.toString());
  }

  @Test
  void tellsNothingBeforeItKnowsWhatTheDevicesAre() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));

    bench.with(new FakeDefinition("bulb")).start();

    assertThat(bench.payloads("bridge/devices")).hasSize(1);
    assertThat(bench.listed(BULB)).containsKey("definition");
  }

  @Test
  void saysGoodbye() throws InterruptedException {
    bench.start().forget();

    Thread stopping = new Thread(bench.bridge()::stop);
    stopping.start();
    bench.network.settleUntil(() -> bench.mqtt.closed);
    stopping.join();

    assertThat(bench.last("bridge/state").text()).isEqualTo("{\"state\":\"offline\"}");
    assertThat(bench.last("bridge/state").retain()).isTrue();
    assertThat(bench.last("bridge/state").qos()).isEqualTo(Qos.AT_MOST_ONCE);
  }

  @Test
  void tellsExtensionsWhetherItIsOnline() {
    List<Boolean> heard = new ArrayList<>();
    bench.start();
    bench
        .bridge()
        .listen(
            new BridgeListener() {
              @Override
              public void onlineChanged(boolean online) {
                heard.add(online);
              }
            });

    bench.mqtt.disconnect();
    bench.network.settle();
    bench.mqtt.connect();
    bench.network.settle();

    assertThat(heard).containsExactly(false, true);
  }

  @Test
  void comesBackWithTheBroker() {
    bench.start();
    bench.mqtt.disconnect();
    bench.network.settle();
    bench.forget();

    bench.mqtt.connect();
    bench.network.settle();

    assertThat(bench.topics()).containsExactly("bridge/state");
    assertThat(bench.last("bridge/state").text()).isEqualTo("{\"state\":\"online\"}");
  }

  @Test
  void sendsWhatIsRetainedAgainToABrokerThatForgot() {
    bench.start().forget();

    bench.network.advance(Duration.ofSeconds(3));

    assertThat(bench.topics())
        .containsExactlyInAnyOrder(
            "bridge/state", "bridge/radio", "bridge/info", "bridge/devices", "bridge/groups");
  }

  @Test
  void sendsNothingAgainToABrokerThatKeepsWhatIsRetained() {
    bench.start().forget();

    bench.send("bridge/info", "{}");
    bench.network.advance(Duration.ofSeconds(3));

    assertThat(bench.topics()).isEmpty();
  }

  @Test
  void sendsRetainedMessagesOfTheTimeWithoutBrokerLater() {
    bench.start();
    bench.mqtt.disconnect();
    bench.network.settle();
    bench.bridge().request("group/add", Map.of("friendly_name", "g"));
    bench.network.settle();
    bench.forget();

    bench.mqtt.connect();
    bench.network.settle();

    assertThat(bench.last("bridge/groups").text()).contains("\"friendly_name\":\"g\"");
  }
}
