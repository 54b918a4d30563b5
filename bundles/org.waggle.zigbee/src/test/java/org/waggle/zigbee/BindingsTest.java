package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.ConfigureReporting;
import org.waggle.zcl.ConfigureReportingResponse;
import org.waggle.zcl.Direction;
import org.waggle.zcl.ReportingConfiguration.Reporting;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.zdo.ZdoStatus;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class BindingsTest {

  private static final Binding TO_COORDINATOR =
      new Binding(6, new Binding.Target.Endpoint(FakeStick.ADDRESS, 1));
  private static final Binding TO_GROUP = new Binding(6, new Binding.Target.Group(7));

  private Bench bench;
  private FakeNode bulb;
  private EndpointAddress source;

  @BeforeEach
  void start() {
    bench = Bench.online();
    bulb = bench.joinedBulb();
    source = new EndpointAddress(bulb.ieeeAddress, 1);
  }

  private static ReportingConfiguration every(
      int cluster, OptionalInt manufacturer, int attribute, int most) {
    return new ReportingConfiguration(
        cluster, manufacturer, attribute, ZclType.UINT16, 5, most, Optional.of(ZclValue.uint16(1)));
  }

  private ZigbeeEndpoint endpoint() {
    return bench.node(bulb).endpoint(1).orElseThrow();
  }

  @Test
  void bindsAndRemembersIt() {
    bench.done(bench.network.bind(source, TO_COORDINATOR));
    bench.done(bench.network.bind(source, TO_GROUP));
    bench.done(bench.network.bind(source, TO_GROUP));

    assertThat(bench.stick.takeSent())
        .hasSize(3)
        .last()
        .asString()
        .contains("BindRequest", "target=Group[groupId=7]");
    assertThat(endpoint().bindings()).containsExactly(TO_COORDINATOR, TO_GROUP);
    assertThat(bench.told.take()).contains("changed b1");
  }

  @Test
  void remembersNoBindingThatWasRefused() {
    bulb.bindStatus = ZdoStatus.TABLE_FULL;

    CompletionStage<Void> bound = bench.network.bind(source, TO_COORDINATOR);

    assertThat(bench.failure(bound)).hasMessageContaining("TABLE_FULL");
    assertThat(endpoint().bindings()).isEmpty();
  }

  @Test
  void unbinds() {
    bench.done(bench.network.bind(source, TO_COORDINATOR));

    bench.done(bench.network.unbind(source, TO_COORDINATOR));

    assertThat(endpoint().bindings()).isEmpty();
  }

  @Test
  void forgetsABindingThatTheNodeDoesNotKnow() {
    bench.done(bench.network.bind(source, TO_COORDINATOR));
    bulb.bindStatus = ZdoStatus.NO_ENTRY;

    bench.done(bench.network.unbind(source, TO_COORDINATOR));

    assertThat(endpoint().bindings()).isEmpty();
  }

  @Test
  void keepsABindingThatTheNodeKeeps() {
    bench.done(bench.network.bind(source, TO_COORDINATOR));
    bulb.bindStatus = ZdoStatus.NOT_AUTHORIZED;

    CompletionStage<Void> unbound = bench.network.unbind(source, TO_COORDINATOR);

    assertThat(bench.failure(unbound).reason()).isEqualTo(Reason.STATUS);
    assertThat(endpoint().bindings()).containsExactly(TO_COORDINATOR);
  }

  @Test
  void configuresReportingAndRemembersIt() {
    ReportingConfiguration level = every(8, OptionalInt.empty(), 0, 3600);

    bench.done(bench.network.configureReporting(source, List.of(level)));

    assertThat(bench.stick.takeSent())
        .singleElement()
        .asString()
        .startsWith("1111/1 0008 ConfigureReporting");
    assertThat(endpoint().reporting()).containsExactly(level);
  }

  @Test
  void remembersTheChangeOfADiscreteAttributeButSendsNone() {
    ReportingConfiguration onOff =
        new ReportingConfiguration(
            6, OptionalInt.empty(), 0, ZclType.BOOLEAN, 0, 3600, Optional.of(ZclValue.bool(true)));

    bench.done(bench.network.configureReporting(source, List.of(onOff)));

    assertThat(bench.stick.sent)
        .extracting(frame -> SentFrames.zcl(frame).command())
        .containsExactly(
            new ConfigureReporting(
                List.of(new Reporting(0, ZclType.BOOLEAN, 0, 3600, Optional.empty()))));
    assertThat(endpoint().reporting()).containsExactly(onOff);
  }

  @Test
  void replacesTheReportingOfTheSameAttribute() {
    ReportingConfiguration older = every(8, OptionalInt.empty(), 0, 3600);
    ReportingConfiguration other = every(8, OptionalInt.empty(), 1, 3600);
    ReportingConfiguration newer = every(8, OptionalInt.empty(), 0, 60);
    bench.done(bench.network.configureReporting(source, List.of(older, other)));

    bench.done(bench.network.configureReporting(source, List.of(newer)));

    assertThat(endpoint().reporting()).containsExactly(other, newer);
  }

  @Test
  void forgetsReportingThatIsSwitchedOff() {
    bench.done(
        bench.network.configureReporting(source, List.of(every(8, OptionalInt.empty(), 0, 60))));

    bench.done(
        bench.network.configureReporting(
            source, List.of(every(8, OptionalInt.empty(), 0, 0xFFFF))));

    assertThat(endpoint().reporting()).isEmpty();
  }

  @Test
  void sendsAFramePerManufacturerCode() {
    bench.done(
        bench.network.configureReporting(
            source,
            List.of(
                every(8, OptionalInt.empty(), 0, 60),
                every(8, OptionalInt.of(0x115F), 1, 60),
                every(8, OptionalInt.empty(), 2, 60))));

    assertThat(bench.stick.sent)
        .extracting(frame -> SentFrames.zcl(frame).header().manufacturerCode())
        .containsExactly(OptionalInt.empty(), OptionalInt.of(0x115F));
    assertThat(endpoint().reporting()).hasSize(3);
  }

  @Test
  void remembersNoReportingThatWasRefused() {
    bulb.reportingFailures.add(
        new ConfigureReportingResponse.Failure(
            ZclStatus.UNREPORTABLE_ATTRIBUTE, Direction.CLIENT_TO_SERVER, 0));

    CompletionStage<Void> configured =
        bench.network.configureReporting(source, List.of(every(8, OptionalInt.empty(), 0, 60)));

    assertThat(bench.failure(configured).status()).contains(ZclStatus.UNREPORTABLE_ATTRIBUTE);
    assertThat(endpoint().reporting()).isEmpty();
  }
}
