package org.waggle.bridge.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.bridge.Nodes.BULB;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.FakeNetwork;
import org.waggle.bridge.Nodes;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.ReportingRequest;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Scene;
import org.waggle.zcl.AttributeStatus;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.WriteAttributes;
import org.waggle.zcl.WriteAttributesNoResponse;
import org.waggle.zcl.WriteAttributesResponse;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeGroup;

final class AccessTest {

  private final Bench bench = new Bench();
  private final FakeDefinition definition = FakeDefinition.light("bulb");
  private Device device;

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench.network.put(new ZigbeeGroup(7, List.of(new EndpointAddress(BULB, 1))));
    definition.decoder =
        (message, given) -> {
          device = given;
          return CompletableFuture.completedFuture(Map.of());
        };
    bench.with(definition).start();
    bench.receive(Nodes.report(BULB, 1));
  }

  private void answerWith(Function<ZclCommand, ZclCommand> answer) {
    bench.network.answer =
        request ->
            CompletableFuture.completedFuture(
                Optional.of(
                    new ZclMessage(
                        BULB,
                        1,
                        OptionalInt.empty(),
                        request.clusterId(),
                        ZclFrame.of(
                            OptionalInt.empty(),
                            Direction.SERVER_TO_CLIENT,
                            true,
                            1,
                            answer.apply(request.command())),
                        99,
                        -40,
                        FakeNetwork.EPOCH)));
  }

  private DeviceEndpoint endpoint() {
    return device.endpoint(1).orElseThrow();
  }

  private ZclRequest sent() {
    return bench.network.requests.get(bench.network.requests.size() - 1);
  }

  @Test
  void readsAttributesThatTheDeviceHas() {
    answerWith(
        command ->
            new ReadAttributesResponse(
                List.of(
                    ReadAttributesResponse.Result.of(0, ZclValue.uint8(7)),
                    ReadAttributesResponse.Result.failed(1, ZclStatus.UNSUPPORTED_ATTRIBUTE))));

    var values = endpoint().read(6, List.of(0, 1), RequestOptions.DEFAULT).toCompletableFuture();

    assertThat(values.join()).isEqualTo(Map.of(0, ZclValue.uint8(7)));
    assertThat(sent().command()).isEqualTo(new ReadAttributes(List.of(0, 1)));
    assertThat(sent().target())
        .isEqualTo(new ZclRequest.Target.Endpoint(new EndpointAddress(BULB, 1)));
  }

  @Test
  void failsToWriteWhatTheDeviceRefuses() {
    answerWith(
        command ->
            new WriteAttributesResponse(List.of(new AttributeStatus(ZclStatus.READ_ONLY, 0))));

    var written =
        endpoint()
            .write(6, Map.of(0, ZclValue.uint8(1)), RequestOptions.DEFAULT)
            .toCompletableFuture();

    assertThatThrownBy(written::join).hasCause(new DeviceException("Status 'READ_ONLY'"));
    assertThat(sent().command()).isInstanceOf(WriteAttributes.class);
  }

  @Test
  void failsInTermsOfDevices() {
    bench.network.answer =
        request ->
            CompletableFuture.failedFuture(
                new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "no answer"));

    var answer =
        endpoint().command(6, 1, Octets.EMPTY, RequestOptions.DEFAULT).toCompletableFuture();

    assertThatThrownBy(answer::join)
        .cause()
        .isInstanceOf(DeviceException.class)
        .hasMessage("no answer");
  }

  @Test
  void sendsAsTheOptionsSay() {
    endpoint()
        .command(
            6,
            1,
            Octets.of(1, 2),
            new RequestOptions(
                OptionalInt.of(0x115F),
                true,
                Optional.of(Duration.ofSeconds(3)),
                Optional.of("state"),
                true,
                OptionalInt.of(9)));

    ZclRequest request = sent();
    assertThat(request.command()).isEqualTo(new ClusterCommand(1, Octets.of(1, 2)));
    assertThat(request.manufacturerCode()).hasValue(0x115F);
    assertThat(request.disableDefaultResponse()).isTrue();
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(request.direction()).isEqualTo(Direction.SERVER_TO_CLIENT);
    assertThat(request.replyTo()).hasValue(9);
    assertThat(request.patience())
        .isEqualTo(new ZclRequest.Patience(Duration.ofHours(1), Optional.of("state")));
  }

  @Test
  void bindsToTheCoordinatorAndConfiguresReporting() {
    endpoint().bind(6);
    endpoint().unbind(8);
    endpoint()
        .configureReporting(
            6,
            List.of(new ReportingRequest(0, ZclType.BOOLEAN, 0, 3600, Optional.empty())),
            RequestOptions.DEFAULT);

    assertThat(bench.network.calls)
        .containsExactly("bind 1 6", "unbind 1 8", "configureReporting 1");
  }

  @Test
  void correctsThePowerSource() {
    device.correctPowerSource(3);

    assertThat(bench.network.calls).containsExactly("amend 3");
  }

  @Test
  void writesToGroupsWithoutAwaitingAnAnswer() {
    bench.send("7/set", "{\"state\":\"ON\"}");
    DeviceGroup group = (DeviceGroup) definition.sets.get(0).target();

    group.write(6, Map.of(0, ZclValue.uint8(1)), RequestOptions.DEFAULT);

    assertThat(sent().target()).isEqualTo(new ZclRequest.Target.Group(7));
    assertThat(sent().command()).isInstanceOf(WriteAttributesNoResponse.class);
  }

  @Test
  void keepsNotesBetweenCalls() {
    endpoint().notes().put("level", 5);

    assertThat(endpoint().notes()).containsEntry("level", 5);
  }

  @Test
  void keepsScenesAndListsThemAfterACommandForScenes() {
    definition.serving("scene_store");
    endpoint().noteScene(new Scene(0, 2, Optional.of("dinner"), Map.of("state", "ON")));
    endpoint().noteScene(new Scene(7, 3, Optional.empty(), Map.of()));
    endpoint().noteScene(new Scene(0, 9, Optional.empty(), Map.of()));
    endpoint().forgetScenes(scene -> scene.id() == 9);
    bench.forget();

    bench.send(BULB + "/set", "{\"scene_store\":1}");

    assertThat(bench.last("bridge/devices").text())
        .contains("\"scenes\":[{\"id\":2,\"name\":\"dinner\"}]");
    assertThat(bench.last("bridge/groups").text())
        .contains("\"scenes\":[{\"id\":3,\"name\":\"Scene 3\"}]");
    assertThat(new Bench(bench.network).start().last("bridge/devices").text())
        .contains("\"scenes\":[{\"id\":2,\"name\":\"dinner\"}]");
  }
}
