package org.waggle.bridge.networkmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SWITCH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.bridge.json.JsonValues;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.NeighborTableEntry.Relationship;
import org.waggle.zigbee.api.NetworkStatus;

final class NetworkMapTest extends NetworkMapBench {

  @Test
  void tellsOfNodesAndLinksAsZigbee2MqttDoes() {
    neighbours.put(COORDINATOR, List.of(neighbour(BULB, 0x1001, Relationship.SIBLING)));

    assertThat(bench.request("networkmap", "raw"))
        .contains(
            "{\"data\":{\"routes\":false,\"type\":\"raw\",\"value\":{\"links\":[{\"depth\":1,"
                + "\"deviceType\":1,\"linkquality\":200,\"lqi\":200,\"permitJoining\":2,"
                + "\"relationship\":2,\"routes\":[],\"rxOnWhenIdle\":1,"
                + "\"source\":{\"ieeeAddr\":\"0x00158d0000000001\",\"networkAddress\":4097},"
                + "\"sourceIeeeAddr\":\"0x00158d0000000001\",\"sourceNwkAddr\":4097,"
                + "\"target\":{\"ieeeAddr\":\"0x00124b0000000001\",\"networkAddress\":0},"
                + "\"targetIeeeAddr\":\"0x00124b0000000001\"}],\"nodes\":[{\"failed\":[],"
                + "\"friendlyName\":\"Coordinator\",\"ieeeAddr\":\"0x00124b0000000001\","
                + "\"networkAddress\":0,\"type\":\"Coordinator\"},{\"definition\":{"
                + "\"description\":\"Thing\",\"model\":\"A-bulb\",\"supports\":\"light (state,"
                + " brightness), linkquality\",\"vendor\":\"Acme\"},\"failed\":[],"
                + "\"friendlyName\":\"0x00158d0000000001\",\"ieeeAddr\":\"0x00158d0000000001\","
                + "\"lastSeen\":1767225600000,\"manufacturerName\":\"Acme\",\"modelID\":\"bulb\","
                + "\"networkAddress\":4097,\"type\":\"Router\"},{\"failed\":[],"
                + "\"friendlyName\":\"0x00158d0000000002\",\"ieeeAddr\":\"0x00158d0000000002\","
                + "\"lastSeen\":1767225600000,\"manufacturerName\":\"Acme\","
                + "\"modelID\":\"switch\",\"networkAddress\":4098,\"type\":\"Router\"},{"
                + "\"friendlyName\":\"0x00158d0000000003\",\"ieeeAddr\":\"0x00158d0000000003\","
                + "\"lastSeen\":1767225600000,\"manufacturerName\":\"Acme\","
                + "\"modelID\":\"sensor\",\"networkAddress\":4099,\"type\":\"EndDevice\"}]}},"
                + "\"status\":\"ok\"}");
  }

  @Test
  void asksRoutersAndTheCoordinatorAllAtOnce() {
    fallSilent(COORDINATOR, BULB, SWITCH);

    bench.send("bridge/request/networkmap", "raw");

    assertThat(asked)
        .containsExactly(
            COORDINATOR + " MgmtLqiRequest[startIndex=0]",
            BULB + " MgmtLqiRequest[startIndex=0]",
            SWITCH + " MgmtLqiRequest[startIndex=0]");
  }

  @Test
  void readsTablesPageByPage() {
    List<NeighborTableEntry> table = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      table.add(neighbour(new IeeeAddress(i + 1), i + 1, Relationship.NONE));
    }
    neighbours.put(BULB, table);

    Map<String, Object> map = map("raw");

    assertThat((List<?>) map.get("links")).hasSize(7);
    assertThat(asked)
        .contains(BULB + " MgmtLqiRequest[startIndex=3]", BULB + " MgmtLqiRequest[startIndex=6]");
  }

  @Test
  void showsWhichRoutesGoByANeighbour() {
    neighbours.put(
        BULB,
        List.of(
            neighbour(COORDINATOR, 0, Relationship.PARENT),
            neighbour(SWITCH, 0x1002, Relationship.SIBLING)));
    routes.put(BULB, List.of(route(0, 0), route(0x2000, 0x1002), route(0x2001, 0x1002)));

    List<?> links = (List<?>) map("{\"type\":\"raw\",\"routes\":true}").get("links");

    assertThat(links)
        .map(link -> ((List<?>) JsonValues.object(link).get("routes")).size())
        .containsExactly(1, 2);
    assertThat(((List<?>) JsonValues.object(links.get(0)).get("routes")).get(0))
        .hasToString(
            "{destinationAddress=0, manyToOne=1, memoryConstrained=0, nextHopAddress=0,"
                + " reserved1=0, routeRecordRequired=0, status=ACTIVE}");
  }

  @Test
  void leavesOutWhatIsNoNeighbourAnyMore() {
    neighbours.put(
        BULB,
        List.of(
            neighbour(SWITCH, 0x1002, Relationship.PREVIOUS_CHILD),
            neighbour(SWITCH, 0x1002, Relationship.UNKNOWN),
            neighbour(SWITCH, 0x1002, Relationship.NONE)));

    assertThat((List<?>) map("raw").get("links")).hasSize(1);
  }

  @Test
  void findsNeighboursWithoutIeeeAddressByTheirNetworkAddress() {
    IeeeAddress none = new IeeeAddress(0);
    neighbours.put(
        BULB,
        List.of(
            neighbour(none, 0x1002, Relationship.SIBLING),
            neighbour(none, 0, Relationship.PARENT),
            neighbour(none, 0x7777, Relationship.SIBLING)));

    assertThat((List<?>) map("raw").get("links"))
        .map(link -> JsonValues.object(link).get("sourceIeeeAddr"))
        .containsExactly(SWITCH.toString(), COORDINATOR.toString(), "0x0000000000000000");
  }

  @Test
  void leavesDisabledDevicesAlone() {
    bench.request("device/options", "{\"id\":\"" + BULB + "\",\"options\":{\"disabled\":true}}");

    Map<String, Object> map = map("raw");

    assertThat((List<?>) map.get("nodes")).hasSize(3);
    assertThat(asked).noneMatch(request -> request.startsWith(BULB.toString()));
  }

  @Test
  void triesOnceMoreAndTellsWhatFailed() {
    fallSilent(BULB);
    bench.send("bridge/request/networkmap", "{\"type\":\"raw\",\"routes\":true}");
    timeOut();
    assertThat(bench.payloads("bridge/response/networkmap")).isEmpty();

    bench.network.advance(Duration.ofSeconds(2));
    timeOut();

    Map<String, Object> map = value(bench.last("bridge/response/networkmap").text());
    assertThat(node(map, BULB).get("failed")).isEqualTo(List.of("lqi", "routingTable"));
    assertThat(node(map, SWITCH).get("failed")).isEqualTo(List.of());
    assertThat(bench.lines("error")).hasSize(1);
  }

  @Test
  void forgivesOneFailure() {
    fallSilent(BULB);
    bench.send("bridge/request/networkmap", "raw");
    timeOut();
    silent.clear();

    bench.network.advance(Duration.ofSeconds(2));

    Map<String, Object> map = value(bench.last("bridge/response/networkmap").text());
    assertThat(node(map, BULB).get("failed")).isEqualTo(List.of());
  }

  @Test
  void answersRequestsThatCameMeanwhileFromTheSameScan() {
    fallSilent(BULB);
    bench.send("bridge/request/networkmap", "{\"type\":\"raw\",\"routes\":true}");
    int before = asked.size();

    bench.send("bridge/request/networkmap", "graphviz");
    assertThat(asked).hasSize(before);
    timeOut();
    bench.network.advance(Duration.ofSeconds(2));
    timeOut();

    List<String> responses = bench.payloads("bridge/response/networkmap");
    assertThat(responses).hasSize(2);
    assertThat(responses)
        .anyMatch(text -> text.contains("digraph") && text.contains("failed: lqi|"))
        .anyMatch(text -> text.contains("[\"lqi\",\"routingTable\"]"));
  }

  @Test
  void asksAnewForRoutesThatARunningScanDoesNotBring() {
    fallSilent(BULB);
    bench.send("bridge/request/networkmap", "raw");

    bench.send("bridge/request/networkmap", "{\"type\":\"raw\",\"routes\":true}");

    assertThat(asked).contains(SWITCH + " MgmtRtgRequest[startIndex=0]");
  }

  @Test
  void asksAnewOnceAScanIsOver() {
    map("raw");
    int before = asked.size();

    map("raw");

    assertThat(asked).hasSize(2 * before);
  }

  @Test
  void asksNobodyAnyMoreOnceTheBridgeStops() {
    fallSilent(BULB, SWITCH);
    bench.send("bridge/request/networkmap", "raw");
    int before = asked.size();
    bench.forget();

    bench.network.execute(() -> {});
    Thread stopper = new Thread(bench.bridge()::stop);
    stopper.start();
    settleUntilEnded(stopper);

    assertThat(pending).allMatch(CompletableFuture::isCancelled);
    bench.network.advance(Duration.ofSeconds(20));
    assertThat(asked).hasSize(before);
    assertThat(bench.payloads("bridge/response/networkmap")).isEmpty();
  }

  private void settleUntilEnded(Thread thread) {
    try {
      bench.network.settleUntil(() -> bench.mqtt.closed);
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "x;x",
        "5;5",
        "[];undefined",
        "{\"routes\":true};undefined",
        "{\"type\":null};null",
        "{\"type\":\"Raw\"};Raw",
        "{\"type\":[\"raw\"]};raw",
        "{\"type\":{\"a\":1}};[object Object]"
      })
  void refusesWhatIsNoType(String request, String shown) {
    assertThat(bench.request("networkmap", request))
        .contains(
            "{\"data\":{},\"error\":\"Type '"
                + shown
                + "' not supported, allowed are: raw,graphviz,plantuml\",\"status\":\"error\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "raw;{\"routes\":false,",
        "{\"type\":\"raw\"};{\"type\"",
        "{\"type\":\"raw\",\"routes\":null};{\"routes\":null,",
        "{\"type\":\"raw\",\"routes\":\"yes\"};{\"routes\":\"yes\","
      })
  void repeatsWhetherRoutesWereWanted(String request, String beginning) {
    assertThat(bench.request("networkmap", request).orElseThrow())
        .startsWith("{\"data\":" + beginning);
  }

  @Test
  void drawsToo() {
    assertThat(bench.request("networkmap", "{\"type\":\"plantuml\",\"transaction\":7}"))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("@startuml\\ncard")
                    .endsWith("\"status\":\"ok\",\"transaction\":7}"));
  }

  @Test
  void saysThatThereIsNoRadio() {
    bench.network.setStatus(new NetworkStatus(NetworkStatus.State.BACKING_OFF, "unplugged"));

    assertThat(bench.request("networkmap", "raw").orElseThrow())
        .contains("\"error\":\"The radio is not there\"");
  }
}
