package org.waggle.bridge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SENSOR;
import static org.waggle.bridge.Nodes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.zigbee.api.ZigbeeException;

final class RenameTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.with(new FakeDefinition("bulb")).start();
    bench.receive(report(BULB, 7));
    bench.forget();
  }

  @Test
  void clearsTheOldTopicThenTellsAndRepublishesTheState() {
    String response =
        bench
            .request("device/rename", "{\"from\":\"" + BULB + "\",\"to\":\" kitchen/bulb \"}")
            .orElseThrow();

    assertThat(response)
        .isEqualTo(
            "{\"data\":{\"from\":\"%s\",\"homeassistant_rename\":false,\"to\":\"kitchen/bulb\"},"
                    .formatted(BULB)
                + "\"status\":\"ok\"}");
    assertThat(bench.topics())
        .containsExactly(
            BULB.toString(),
            "bridge/devices",
            "bridge/info",
            "kitchen/bulb",
            "bridge/response/device/rename");
    MqttMessage cleared = bench.last(BULB.toString());
    assertThat(cleared.payload()).isEmpty();
    assertThat(cleared.retain()).isTrue();
    assertThat(bench.listed(BULB)).containsEntry("friendly_name", "kitchen/bulb");
    assertThat(bench.last("kitchen/bulb").text()).isEqualTo("{\"linkquality\":99,\"value\":7}");
  }

  @Test
  void renamesTheDeviceThatJoinedLast() {
    bench.network.tell(
        listener -> listener.joined(bench.network.put(Nodes.endDevice(SENSOR, "sensor"))));

    bench.request("device/rename", "{\"last\":true,\"to\":\"new\"}");

    assertThat(bench.listed(SENSOR)).containsEntry("friendly_name", "new");
  }

  @Test
  void answersOnlyOnceTheNameIsOnDisk() {
    CompletableFuture<Void> disk = new CompletableFuture<>();
    bench.network.memory().held = Optional.of(disk);
    bench.request("device/rename", "{\"from\":\"" + BULB + "\",\"to\":\"bulb\"}");
    assertThat(bench.topics()).isEmpty();

    disk.complete(null);
    bench.network.settle();

    assertThat(bench.topics()).contains("bridge/response/device/rename");
    assertThat(bench.network.memory().documents.get("entities")).contains("\"bulb\"");
  }

  @Test
  void answersThatTheNameCouldNotBeSaved() {
    bench.network.memory().failure =
        Optional.of(new ZigbeeException(ZigbeeException.Reason.STORAGE, "disk full"));

    assertThat(bench.request("device/rename", "{\"from\":\"" + BULB + "\",\"to\":\"bulb\"}"))
        .contains("{\"data\":{},\"error\":\"disk full\",\"status\":\"error\"}");
  }

  @Test
  void keepsTheNameOverARestart() {
    bench.request("device/rename", "{\"from\":\"" + BULB + "\",\"to\":\"bulb\"}");

    Bench next = new Bench(bench.network).start();

    assertThat(next.listed(BULB)).containsEntry("friendly_name", "bulb");
  }

  @Test
  void keepsTheNameOfADeviceThatLeftAndCameBack() {
    bench.request("device/rename", "{\"from\":\"" + BULB + "\",\"to\":\"bulb\"}");
    bench.network.leave(BULB);

    bench.network.tell(
        listener -> listener.joined(bench.network.put(Nodes.router(BULB, "bulb", 1))));

    assertThat(bench.listed(BULB)).containsEntry("friendly_name", "bulb");
  }

  @Test
  void tellsExtensions() {
    List<String> heard = new ArrayList<>();
    bench
        .bridge()
        .listen(
            new BridgeListener() {
              @Override
              public void renamed(Entity entity, String oldName, boolean homeAssistantRename) {
                heard.add(oldName + " " + entity.friendlyName() + " " + homeAssistantRename);
              }
            });

    bench.request(
        "device/rename",
        "{\"from\":\"" + BULB + "\",\"to\":\"bulb\",\"homeassistant_rename\":true}");

    assertThat(heard).containsExactly(BULB + " bulb true");
  }
}
