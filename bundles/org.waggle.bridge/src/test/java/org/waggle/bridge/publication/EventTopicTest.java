package org.waggle.bridge.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.device.api.DeviceDefinition.Source;
import org.waggle.device.api.DeviceEvent;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.ZigbeeNode;

final class EventTopicTest {

  private final Bench bench = new Bench();
  private final FakeDefinition bulb = new FakeDefinition("bulb");

  @BeforeEach
  void setUp() {
    bench.with(bulb).start().forget();
  }

  private void join() {
    ZigbeeNode node =
        bench.network.put(Nodes.withState(Nodes.router(BULB, "bulb", 1), InterviewState.PENDING));
    bench.network.tell(listener -> listener.joined(node));
  }

  private void interview(InterviewState state) {
    ZigbeeNode node = bench.network.change(BULB, old -> Nodes.withState(old, state));
    bench.network.tell(listener -> listener.interviewed(node));
  }

  @Test
  void tellsOfADeviceFromJoiningToBeingKnown() {
    join();
    interview(InterviewState.IN_PROGRESS);
    interview(InterviewState.SUCCESSFUL);

    String named = "\"friendly_name\":\"%s\",\"ieee_address\":\"%s\"".formatted(BULB, BULB);
    List<String> events = bench.payloads("bridge/event");
    assertThat(events.get(0)).isEqualTo("{\"data\":{" + named + "},\"type\":\"device_joined\"}");
    assertThat(events.get(1))
        .isEqualTo(
            "{\"data\":{" + named + ",\"status\":\"started\"},\"type\":\"device_interview\"}");
    assertThat(events.get(2))
        .startsWith("{\"data\":{\"definition\":{\"description\":\"Thing\",\"exposes\":[")
        .endsWith(
            ","
                + named
                + ",\"status\":\"successful\",\"supported\":true},"
                + "\"type\":\"device_interview\"}");
    assertThat(events).hasSize(3);
    assertThat(bulb.events).containsExactly(DeviceEvent.START, DeviceEvent.INTERVIEWED);
  }

  @Test
  void listsTheDeviceBeforeEachEvent() {
    join();
    interview(InterviewState.IN_PROGRESS);

    assertThat(bench.topics())
        .containsExactly("bridge/devices", "bridge/event", "bridge/devices", "bridge/event");
    assertThat(bench.listed(BULB))
        .containsEntry("interview_state", "IN_PROGRESS")
        .containsEntry("interviewing", true)
        .containsEntry("interview_completed", false);
  }

  @Test
  void tellsThatADeviceIsNotSupportedWhereItsDefinitionWasMadeUp() {
    bulb.source = Source.GENERATED;
    join();
    interview(InterviewState.SUCCESSFUL);

    assertThat(bench.last("bridge/event").text())
        .contains("\"source\":\"generated\"")
        .contains("\"supported\":false");
    assertThat(bench.lines("warning").get(0))
        .startsWith("z2m: Device '" + BULB + "' with Zigbee model 'bulb'");
  }

  @Test
  void tellsThatAnInterviewFailed() {
    join();
    interview(InterviewState.FAILED);

    assertThat(bench.last("bridge/event").text()).contains("\"status\":\"failed\"");
    assertThat(bench.listed(BULB)).containsEntry("interview_state", "FAILED");
  }

  @Test
  void tellsThatADeviceAnnouncedItself() {
    join();
    ZigbeeNode node = bench.network.node(BULB).orElseThrow();

    bench.network.tell(listener -> listener.announced(node));

    assertThat(bench.last("bridge/event").text()).contains("\"type\":\"device_announce\"");
  }

  @Test
  void tellsThatADeviceLeftAndListsItNoMore() {
    join();
    bench.forget();

    bench.network.leave(BULB);

    assertThat(bench.topics()).containsExactly("bridge/groups", "bridge/devices", "bridge/event");
    assertThat(bench.last("bridge/event").text()).contains("\"type\":\"device_leave\"");
    assertThat(bench.last("bridge/devices").text()).doesNotContain(BULB.toString());
  }

  @Test
  void tellsExtensions() {
    List<String> heard = new ArrayList<>();
    bench
        .bridge()
        .listen(
            new BridgeListener() {
              @Override
              public void deviceChanged(DeviceEntity device) {
                heard.add(device.id() + " " + device.isSupported());
              }

              @Override
              public void removed(String id, String friendlyName) {
                heard.add("-" + id);
              }
            });

    join();
    interview(InterviewState.SUCCESSFUL);
    bench.network.leave(BULB);

    assertThat(heard).startsWith(BULB + " false").contains(BULB + " true").endsWith("-" + BULB);
  }
}
