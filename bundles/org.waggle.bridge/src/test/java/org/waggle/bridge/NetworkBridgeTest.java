package org.waggle.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.bridge.Nodes.BULB;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.bridge.api.PublishOptions;
import org.waggle.device.api.expose.Expose;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;

final class NetworkBridgeTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.network.put(new ZigbeeGroup(1, List.of(new EndpointAddress(BULB, 1))));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            ("{\"devices\":{\"%s\":{\"friendly_name\":\"bulb\",\"retain\":true}},"
                    + "\"groups\":{\"1\":{\"friendly_name\":\"all\"}}}")
                .formatted(BULB));
    bench.with(FakeDefinition.light("bulb")).start().forget();
  }

  @Test
  void showsItsDevices() {
    DeviceEntity bulb = bench.bridge().devices().get(0);

    assertThat(bulb.id()).isEqualTo(BULB.toString());
    assertThat(bulb.friendlyName()).isEqualTo("bulb");
    assertThat(bulb.options()).isEqualTo(Map.of("retain", true));
    assertThat(bulb.isSupported()).isTrue();
    assertThat(bulb.definition().orElseThrow().model()).isEqualTo("A-bulb");
    assertThat(bulb.definition().orElseThrow().exposes())
        .last()
        .extracting(Expose::property)
        .hasToString("Optional[linkquality]");
  }

  @Test
  void findsEntitiesByWhatTheyAreCalled() {
    assertThat(bench.bridge().entity("bulb")).containsInstanceOf(DeviceEntity.class);
    assertThat(bench.bridge().entity(BULB.toString())).map(Entity::id).contains(BULB.toString());
    assertThat(bench.bridge().entity("1")).containsInstanceOf(GroupEntity.class);
    assertThat(bench.bridge().entity("all")).map(Entity::id).contains("1");
    assertThat(bench.bridge().entity("nobody")).isEmpty();
    assertThat(bench.bridge().groups())
        .extracting(GroupEntity::friendlyName)
        .containsExactly("all");
  }

  @Test
  void carriesOutRequestsOfOthersInTheProcess() {
    CompletableFuture<Map<String, Object>> response =
        bench
            .bridge()
            .request("device/rename", Map.of("from", "bulb", "to", "lamp"))
            .toCompletableFuture();
    bench.network.settle();

    assertThat(response.join()).containsEntry("from", "bulb").containsEntry("to", "lamp");
    assertThat(bench.topics()).contains("lamp").doesNotContain("bridge/response/device/rename");
  }

  @Test
  void tellsOthersInTheProcessWhyARequestFails() {
    CompletableFuture<Map<String, Object>> response =
        bench.bridge().request("device/remove", Map.of("id", "nobody")).toCompletableFuture();
    CompletableFuture<Map<String, Object>> unserved =
        bench.bridge().request("foo", Map.of()).toCompletableFuture();
    bench.network.settle();

    assertThatThrownBy(response::join)
        .cause()
        .isInstanceOf(BridgeException.class)
        .hasMessage("Device 'nobody' does not exist");
    assertThatThrownBy(unserved::join).cause().hasMessage("Request 'foo' is not served");
  }

  @Test
  void publishesForOthersInTheProcess() {
    bench.bridge().publishState(bench.bridge().entity("bulb").orElseThrow(), Map.of("x", 1));
    bench.bridge().publish("own/topic", "hello", PublishOptions.RETAINED);
    bench.network.settle();

    assertThat(bench.last("bulb").text()).isEqualTo("{\"linkquality\":120,\"x\":1}");
    assertThat(bench.last("bulb").retain()).isTrue();
    assertThat(bench.last("own/topic").text()).isEqualTo("hello");
    assertThat(bench.last("own/topic").retain()).isTrue();
  }

  @Test
  void letsOnlyOneServeARequest() {
    assertThatThrownBy(() -> bench.bridge().serve("Health_Check", payload -> null))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Whatever is thrown at it is answered, told in the log, or ignored; never an exception. */
  @Test
  void survivesNoise() {
    Random random = new Random(1);
    String[] topics = {
      "bulb",
      "all",
      "1",
      "bridge/request",
      "device",
      "group",
      "rename",
      "remove",
      "options",
      "members",
      "add",
      "permit_join",
      "configure",
      "interview",
      "set",
      "get",
      "state",
      "left",
      "",
      BULB.toString(),
      "Coordinator"
    };
    String[] parts = {
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "\"",
      "\"id\":",
      "\"from\":",
      "\"to\":",
      "\"options\":",
      "\"device\":",
      "\"group\":",
      "\"state\":",
      "\"bulb\"",
      "\"all\"",
      "1",
      "-5e3",
      "null",
      "true",
      "\"x_left\":",
      "\"transaction\":",
      "{}",
      "\"brightness\":",
      "\"friendly_name\":",
      "ON",
      " "
    };

    for (int i = 0; i < 20_000; i++) {
      StringBuilder topic = new StringBuilder(topics[random.nextInt(topics.length)]);
      for (int length = random.nextInt(4); length > 0; length--) {
        topic.append('/').append(topics[random.nextInt(topics.length)]);
      }
      StringBuilder payload = new StringBuilder(random.nextBoolean() ? "{" : "");
      for (int length = random.nextInt(8); length > 0; length--) {
        payload.append(parts[random.nextInt(parts.length)]);
      }
      bench.send(topic.toString(), payload + (payload.indexOf("{") == 0 ? "}" : ""));
    }

    bench.forget();
    assertThat(bench.request("health_check", ""))
        .contains("{\"data\":{\"healthy\":true},\"status\":\"ok\"}");
  }
}
