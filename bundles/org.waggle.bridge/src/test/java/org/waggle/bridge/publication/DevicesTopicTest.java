package org.waggle.bridge.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.FakeNetwork;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.json.JsonValues;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

final class DevicesTopicTest {

  private static final IeeeAddress COORDINATOR = new IeeeAddress(0x00124b0000000001L);

  private final Bench bench = new Bench();

  private static ZigbeeNode node(BasicInformation basic, ZigbeeEndpoint... endpoints) {
    return new ZigbeeNode(
        BULB,
        0xABCD,
        NodeType.END_DEVICE,
        OptionalInt.of(0x1002),
        basic,
        InterviewState.SUCCESSFUL,
        List.of(endpoints),
        Optional.empty(),
        OptionalInt.empty());
  }

  @Test
  void listsTheCoordinatorFirst() {
    bench.network.coordinator =
        Optional.of(
            new Coordinator(
                COORDINATOR, "EmberZNet", Map.of(), 1, 2, 11, List.of(Nodes.endpoint(1))));

    bench.start();

    assertThat(bench.last("bridge/devices").text())
        .isEqualTo(
            "[{\"disabled\":false,\"endpoints\":{\"1\":{\"bindings\":[],"
                + "\"clusters\":{\"input\":[\"genBasic\",\"genOnOff\"],\"output\":[\"genOta\"]},"
                + "\"configured_reportings\":[],\"scenes\":[]}},\"friendly_name\":\"Coordinator\","
                + "\"ieee_address\":\"0x00124b0000000001\",\"interview_completed\":true,"
                + "\"interview_state\":\"SUCCESSFUL\",\"interviewing\":false,"
                + "\"network_address\":0,\"supported\":true,\"type\":\"Coordinator\"}]");
    assertThat(bench.last("bridge/devices").retain()).isTrue();
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    bench.network.put(node(BasicInformation.UNKNOWN));

    bench.start();

    assertThat(bench.listed(BULB).keySet())
        .containsExactly(
            "disabled",
            "endpoints",
            "friendly_name",
            "ieee_address",
            "interview_completed",
            "interview_state",
            "interviewing",
            "network_address",
            "supported",
            "type");
    assertThat(bench.listed(BULB)).containsEntry("type", "EndDevice");
  }

  @Test
  void tellsWhatADeviceSaysOfItself() {
    bench.network.put(
        node(
            new BasicInformation(
                Optional.of("lamp"),
                Optional.of("Acme"),
                OptionalInt.of(0x81),
                OptionalInt.of(3),
                OptionalInt.of(1),
                OptionalInt.of(2),
                OptionalInt.of(4),
                Optional.of("20240101"),
                Optional.of("1.0"))));

    bench.start();

    assertThat(bench.listed(BULB))
        .containsEntry("model_id", "lamp")
        .containsEntry("manufacturer", "Acme")
        .containsEntry("power_source", "Mains (single phase)")
        .containsEntry("date_code", "20240101")
        .containsEntry("software_build_id", "1.0")
        .containsEntry("network_address", 0xABCD);
  }

  @Test
  void tellsOfEndpointsByTheNamesOfThings() {
    bench.network.put(new ZigbeeGroup(3, List.of()));
    bench.network.put(
        node(
            BasicInformation.UNKNOWN,
            new ZigbeeEndpoint(
                11,
                0x0104,
                0x0100,
                List.of(0, 6, 65000),
                List.of(),
                List.of(
                    new Binding(6, new Binding.Target.Endpoint(COORDINATOR, 1)),
                    new Binding(8, new Binding.Target.Group(3)),
                    new Binding(8, new Binding.Target.Group(4))),
                List.of(
                    new ReportingConfiguration(
                        0x0402,
                        OptionalInt.empty(),
                        0,
                        ZclType.INT16,
                        10,
                        3600,
                        Optional.of(ZclValue.int16(100))),
                    new ReportingConfiguration(
                        6, OptionalInt.empty(), 0x7777, ZclType.BOOLEAN, 0, 5, Optional.empty())),
                Map.of())));

    bench.start();

    assertThat(bench.last("bridge/devices").text())
        .contains(
            "\"endpoints\":{\"11\":{\"bindings\":[{\"cluster\":\"genOnOff\",\"target\":"
                + "{\"endpoint\":1,\"ieee_address\":\"0x00124b0000000001\",\"type\":\"endpoint\"}},"
                + "{\"cluster\":\"genLevelCtrl\",\"target\":{\"id\":3,\"type\":\"group\"}}],"
                + "\"clusters\":{\"input\":[\"genBasic\",\"genOnOff\",\"65000\"],\"output\":[]},"
                + "\"configured_reportings\":[{\"attribute\":\"measuredValue\","
                + "\"cluster\":\"msTemperatureMeasurement\",\"maximum_report_interval\":3600,"
                + "\"minimum_report_interval\":10,\"reportable_change\":100},"
                + "{\"attribute\":\"attr1\",\"cluster\":\"genOnOff\","
                + "\"maximum_report_interval\":5,\"minimum_report_interval\":0}],"
                + "\"scenes\":[]}}");
  }

  @Test
  void ordersEndpointsAsText() {
    bench.network.put(Nodes.router(BULB, "x", 1, 2, 10));

    bench.start();

    assertThat(JsonValues.object(bench.listed(BULB).get("endpoints")).keySet())
        .containsExactly("1", "10", "2");
  }

  @Test
  void tellsOfTheDefinition() {
    FakeDefinition definition = new FakeDefinition("bulb");
    definition.endpointNames = Map.of("l1", 1);
    definition.options = List.of(Expose.binary("x", Access.SET, true, false));
    definition.exposes = List.of();
    bench.network.put(Nodes.router(BULB, "bulb", 1));

    bench.with(definition).start();

    assertThat(bench.last("bridge/devices").text())
        .contains(
            "\"definition\":{\"description\":\"Thing\",\"exposes\":[{\"access\":1,"
                + "\"category\":\"diagnostic\",\"description\":\"Link quality (signal strength)\","
                + "\"label\":\"Linkquality\",\"name\":\"linkquality\",\"property\":\"linkquality\","
                + "\"type\":\"numeric\",\"unit\":\"lqi\",\"value_max\":255,\"value_min\":0}],"
                + "\"model\":\"A-bulb\",\"options\":[{\"access\":2,\"label\":\"X\",\"name\":\"x\","
                + "\"property\":\"x\",\"type\":\"binary\",\"value_off\":false,\"value_on\":true}],"
                + "\"source\":\"native\",\"supports_ota\":false,\"vendor\":\"Acme\","
                + "\"version\":\"0.0.0\"}")
        .contains("\"name\":\"l1\"")
        .contains("\"supported\":true");
  }

  @Test
  void putsNamesIntoTheAddressOfAnIcon() {
    bench.network.put(Nodes.router(BULB, "bulb/e27?", 1));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            "{\"devices\":{\"%s\":{\"friendly_name\":\"b\",\"icon\":\"i/$zigbeeModel-$model.png\"}}}"
                .formatted(BULB));

    bench.with(new FakeDefinition("bulb/e27?")).start();

    assertThat(bench.last("bridge/devices").text())
        .contains("\"icon\":\"i/bulb/e27--A-bulb/e27-.png\"");
  }

  @Test
  void listsManyChangesOfADeviceOnce() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.start().forget();
    ZigbeeNode node = bench.network.node(BULB).orElseThrow();

    bench.network.tell(listener -> listener.nodeChanged(node));
    bench.network.tell(listener -> listener.nodeChanged(node));
    bench.network.advance(Duration.ofSeconds(1));

    assertThat(bench.topics()).containsExactly("bridge/devices");
  }

  @Test
  void listsDevicesInTheOrderInWhichTheyJoined() {
    bench.network.put(Nodes.router(Nodes.SENSOR, "a", 1));
    bench.network.put(Nodes.router(BULB, "b", 1));

    bench.start();

    FakeNetwork network = bench.network;
    assertThat(network.nodes().stream().map(ZigbeeNode::ieeeAddress).collect(Collectors.toList()))
        .containsExactly(Nodes.SENSOR, BULB);
    String text = bench.last("bridge/devices").text();
    assertThat(text.indexOf(Nodes.SENSOR.toString())).isLessThan(text.indexOf(BULB.toString()));
  }
}
