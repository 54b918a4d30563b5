package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

class PeculiarNodesTest {

  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bench.told.take();
  }

  @Test
  void acceptsALumiDeviceOnceItToldItsModel() {
    FakeNode weather = new FakeNode(0x158DL, 0x3333);
    weather.asleep = true;
    bench.stick.joins(weather);
    weather.asleep = false;
    weather.ignores = frame -> true;
    bench.stick.says(
        weather,
        0,
        1,
        new ReportAttributes(List.of(new AttributeValue(5, ZclValue.text("lumi.weather")))));

    bench.advance(10);

    ZigbeeNode node = bench.node(weather);
    assertThat(node.interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
    assertThat(node.type()).isEqualTo(NodeType.END_DEVICE);
    assertThat(node.manufacturerCode()).hasValue(0x1037);
    assertThat(node.basic().manufacturerName()).contains("LUMI");
    assertThat(node.basic().powerSource()).hasValue(3);
    assertThat(node.endpoints()).extracting(ZigbeeEndpoint::id).containsExactly(1);
  }

  @Test
  void acceptsATuyaDeviceThatFailsLater() {
    FakeNode tuya = FakeNode.sensor(0x7A, 0x4444);
    tuya.tells("TS0202", "_TZ3000_xyz");
    tuya.attribute(1, 0, 7, ZclValue.enum8(0));
    tuya.endpoint(1, List.of(0, 0x0500), List.of());

    bench.stick.joins(tuya);
    bench.advance(60);

    assertThat(bench.node(tuya).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
    assertThat(bench.node(tuya).basic().powerSource()).hasValue(3);
  }

  @Test
  void givesATuyaEndDeviceTenSecondsToPair() {
    FakeNode tuya = FakeNode.sensor(0x7A, 0x4444);
    tuya.manufacturerCode = 0x120B;
    bench.stick.joins(tuya);
    bench.advance(9);
    assertThat(bench.stick.takeSent()).hasSize(1);

    bench.advance(1);

    assertThat(bench.node(tuya).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void readsModelAndManufacturerAtOnceWhereTuyaIsLikely() {
    FakeNode tuya = FakeNode.sensor(0x7A, 0x4444);
    tuya.manufacturerCode = 0x1002;

    bench.stick.joins(tuya);
    bench.time.settle();

    assertThat(bench.stick.takeSent())
        .containsSequence(
            "4444 NodeDescriptorRequest[networkAddress=17476]",
            "4444/1 0000 ReadAttributes[attributeIds=[5, 4]]",
            "4444 ActiveEndpointsRequest[networkAddress=17476]")
        .doesNotContain("4444/1 0000 ReadAttributes[attributeIds=[5]]");
  }

  @Test
  void enrolsAnIasZone() {
    FakeNode zone = FakeNode.sensor(0x1A5, 0x5555);
    zone.endpoint(1, List.of(0, 0x0500), List.of());
    zone.attribute(1, 0x0500, 0x0010, ZclValue.ieeeAddress(Bench.address(0)));
    zone.attribute(1, 0x0500, 0x0000, ZclValue.enum8(0));
    bench.stick.joins(zone);
    bench.time.settle();
    bench.stick.takeSent();

    bench.advance(1);
    zone.attribute(1, 0x0500, 0x0000, ZclValue.enum8(1));
    bench.advance(1);

    assertThat(bench.stick.takeSent())
        .startsWith(
            "5555/1 0500 ClusterCommand[id=0, payload=0017]",
            "5555/1 0500 ReadAttributes[attributeIds=[16, 0]]");
    assertThat(zone.attributes.get(new FakeNode.Key(1, 0x0500, 0x0010)))
        .isEqualTo(ZclValue.ieeeAddress(FakeStick.ADDRESS));
    assertThat(bench.node(zone).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void enrolsNoZoneThatIsEnrolledAlready() {
    FakeNode zone = FakeNode.sensor(0x1A5, 0x5555);
    zone.endpoint(1, List.of(0, 0x0500), List.of());
    zone.attribute(1, 0x0500, 0x0010, ZclValue.ieeeAddress(FakeStick.ADDRESS));
    zone.attribute(1, 0x0500, 0x0000, ZclValue.enum8(1));

    bench.stick.joins(zone);
    bench.time.settle();

    assertThat(bench.stick.takeSent()).endsWith("5555/1 0500 ReadAttributes[attributeIds=[16, 0]]");
    assertThat(bench.node(zone).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void failsWhenAZoneDoesNotEnrolInTwentyChecks() {
    FakeNode zone = FakeNode.sensor(0x1A5, 0x5555);
    zone.endpoint(1, List.of(0, 0x0500), List.of());
    zone.attribute(1, 0x0500, 0x0010, ZclValue.ieeeAddress(Bench.address(0)));
    zone.attribute(1, 0x0500, 0x0000, ZclValue.enum8(0));

    bench.stick.joins(zone);
    bench.advance(11);

    assertThat(bench.told.take()).endsWith("interviewed 1a5 FAILED");
    assertThat(bench.stick.takeSent())
        .filteredOn("5555/1 0500 ReadAttributes[attributeIds=[16, 0]]"::equals)
        .hasSize(21);
  }

  @Test
  void bindsPollControl() {
    FakeNode valve = FakeNode.sensor(0x7A1, 0x5555);
    valve.endpoint(1, List.of(0, 0x0020), List.of());
    valve.attribute(1, 0x0020, 0x0000, ZclValue.uint32(14400));

    bench.stick.joins(valve);
    bench.time.settle();

    assertThat(bench.stick.takeSent())
        .endsWith(
            "5555 BindRequest[binding=BindingTableEntry[source=0x00000000000007a1,"
                + " sourceEndpoint=1, clusterId=32, target=Endpoint[address=0x00000000000000e0,"
                + " endpoint=1]]]",
            "5555/1 0020 ReadAttributes[attributeIds=[0]]");
    assertThat(bench.node(valve).endpoint(1).orElseThrow().bindings())
        .containsExactly(new Binding(0x0020, new Binding.Target.Endpoint(FakeStick.ADDRESS, 1)));
    assertThat(bench.node(valve).interviewState()).isEqualTo(InterviewState.SUCCESSFUL);
  }

  @Test
  void filtersEndpointZero() {
    FakeNode odd = FakeNode.bulb(Bench.BULB, 0x1111);
    odd.endpoints.put(0, odd.endpoints.get(1));

    bench.stick.joins(odd);
    bench.time.settle();

    assertThat(bench.node(odd).endpoints()).extracting(ZigbeeEndpoint::id).containsExactly(1);
  }

  @Test
  void acceptsAControl4DeviceByItsManufacturerCode() {
    FakeNode control4 = new FakeNode(0xC4, 0x7777);
    control4.manufacturerCode = 0xABCD;

    bench.stick.joins(control4);
    control4.ignores = frame -> frame.clusterId() == 5;
    bench.advance(30);

    assertThat(bench.node(control4).basic().modelId()).contains("C4-Zigbee");
    assertThat(bench.node(control4).basic().powerSource()).isEqualTo(OptionalInt.of(1));
  }
}
