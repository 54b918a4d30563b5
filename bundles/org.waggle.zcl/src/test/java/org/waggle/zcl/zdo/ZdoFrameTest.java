package org.waggle.zcl.zdo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.zdo.NeighborTableEntry.Relationship;

class ZdoFrameTest {

  private static final IeeeAddress DEVICE = new IeeeAddress(0x00124b0012345678L);
  private static final String DEVICE_HEX = "78563412004b1200 ";
  private static final IeeeAddress OTHER = new IeeeAddress(0x000d6f0000000001L);

  /** The octets are what zigbee-herdsman 10.9.2 makes of the same requests. */
  static List<Arguments> requests() {
    return List.of(
        frame(0x0000, DEVICE_HEX + "00 00", NwkAddrRequest.single(DEVICE)),
        frame(0x0001, "3412 01 03", new IeeeAddrRequest(0x1234, true, 3)),
        frame(0x0002, "3412", new NodeDescriptorRequest(0x1234)),
        frame(0x0003, "3412", new PowerDescriptorRequest(0x1234)),
        frame(0x0004, "3412 0b", new SimpleDescriptorRequest(0x1234, 11)),
        frame(0x0005, "3412", new ActiveEndpointsRequest(0x1234)),
        frame(
            0x0006,
            "fdff 0401 02 0600 0800 01 1900",
            new MatchDescriptorRequest(0xFFFD, 0x0104, List.of(6, 8), List.of(0x19))),
        frame(0x001F, "01" + DEVICE_HEX, new ParentAnnounce(List.of(DEVICE))),
        frame(
            0x0021,
            DEVICE_HEX + "01 0600 03 01000000006f0d00 02",
            new BindRequest(
                new BindingTableEntry(DEVICE, 1, 6, new BindingTarget.Endpoint(OTHER, 2)))),
        frame(
            0x0022,
            DEVICE_HEX + "01 0600 01 8503",
            new UnbindRequest(new BindingTableEntry(DEVICE, 1, 6, new BindingTarget.Group(901)))),
        frame(0x0031, "02", new MgmtLqiRequest(2)),
        frame(0x0032, "03", new MgmtRtgRequest(3)),
        frame(0x0033, "04", new MgmtBindRequest(4)),
        frame(0x0034, DEVICE_HEX + "80", new MgmtLeaveRequest(DEVICE, false, true)),
        frame(0x0036, "fe 01", new MgmtPermitJoiningRequest(254, true)),
        frame(0x0038, "00800000 fe 05", MgmtNwkUpdateRequest.changeChannel(15, 5)),
        frame(0x0038, "00080004 03 02", MgmtNwkUpdateRequest.scan(0x04000800, 3, 2)),
        frame(0x0038, "00080004 ff 01 0000", MgmtNwkUpdateRequest.changeManager(0x04000800, 1, 0)));
  }

  /** Layouts of the Zigbee specification (05-3474 R22), figures of 2.4.4. */
  static List<Arguments> responses() {
    return List.of(
        frame(
            0x8000,
            "00" + DEVICE_HEX + "3412",
            new NwkAddrResponse(ZdoStatus.SUCCESS, Optional.of(AddressMapping.of(DEVICE, 0x1234)))),
        frame(
            0x8001,
            "00" + DEVICE_HEX + "3412 02 05 0100 0200",
            new IeeeAddrResponse(
                ZdoStatus.SUCCESS,
                Optional.of(new AddressMapping(DEVICE, 0x1234, 5, List.of(1, 2))))),
        frame(0x8001, "81", new IeeeAddrResponse(ZdoStatus.DEVICE_NOT_FOUND, Optional.empty())),
        // The node descriptor of an IKEA TRADFRI bulb, as zigpy's tests have it.
        frame(
            0x8002,
            "00 3412 01408e7c11525200002c520000",
            NodeDescriptorResponse.of(
                0x1234,
                new NodeDescriptor(
                    LogicalType.ROUTER,
                    false,
                    false,
                    false,
                    0,
                    8,
                    new MacCapabilities(0x8E),
                    0x117C,
                    82,
                    82,
                    0x2C00,
                    82,
                    0))),
        frame(0x8002, "81 3412", NodeDescriptorResponse.failed(ZdoStatus.DEVICE_NOT_FOUND, 0x1234)),
        frame(
            0x8003,
            "00 3412 10c1",
            PowerDescriptorResponse.of(
                0x1234, new PowerDescriptor(0, PowerDescriptor.MAINS, PowerDescriptor.MAINS, 12))),
        frame(
            0x8003,
            "84",
            new PowerDescriptorResponse(
                ZdoStatus.NOT_SUPPORTED, OptionalInt.empty(), Optional.empty())),
        frame(
            0x8004,
            "00 3412 0e 0b 5ec0 1002 02 02 0000 0600 01 0010",
            SimpleDescriptorResponse.of(
                0x1234,
                new SimpleDescriptor(11, 0xC05E, 0x0210, 2, List.of(0, 6), List.of(0x1000)))),
        frame(0x8004, "83 3412 00", SimpleDescriptorResponse.failed(ZdoStatus.NOT_ACTIVE, 0x1234)),
        frame(0x8005, "00 3412 02 0b f2", ActiveEndpointsResponse.of(0x1234, List.of(11, 242))),
        frame(0x8006, "00 3412 01 0b", MatchDescriptorResponse.of(0x1234, List.of(11))),
        frame(
            0x0013,
            "3412" + DEVICE_HEX + "8e",
            new DeviceAnnounce(0x1234, DEVICE, new MacCapabilities(0x8E))),
        frame(
            0x801F,
            "00 01" + DEVICE_HEX,
            new ParentAnnounceResponse(ZdoStatus.SUCCESS, List.of(DEVICE))),
        frame(0x8021, "00", new BindResponse(ZdoStatus.SUCCESS)),
        frame(0x8022, "88", new UnbindResponse(ZdoStatus.NO_ENTRY)),
        frame(
            0x8031,
            "00 05 02 01 efcdab8967452301" + DEVICE_HEX + "3412 25 02 0f ff",
            new MgmtLqiResponse(
                ZdoStatus.SUCCESS,
                5,
                2,
                List.of(
                    new NeighborTableEntry(
                        0x0123456789abcdefL,
                        DEVICE,
                        0x1234,
                        LogicalType.ROUTER,
                        Optional.of(true),
                        Relationship.SIBLING,
                        Optional.empty(),
                        15,
                        255)))),
        frame(
            0x8032,
            "00 01 00 01 3412 33 7856",
            new MgmtRtgResponse(
                ZdoStatus.SUCCESS,
                1,
                0,
                List.of(
                    new RoutingTableEntry(
                        0x1234, RoutingTableEntry.Status.INACTIVE, false, true, true, 0x5678)))),
        frame(
            0x8033,
            "00 01 00 01" + DEVICE_HEX + "01 0600 01 8503",
            new MgmtBindResponse(
                ZdoStatus.SUCCESS,
                1,
                0,
                List.of(new BindingTableEntry(DEVICE, 1, 6, new BindingTarget.Group(901))))),
        frame(0x8033, "84", MgmtBindResponse.failed(ZdoStatus.NOT_SUPPORTED)),
        frame(0x8034, "00", new MgmtLeaveResponse(ZdoStatus.SUCCESS)),
        frame(0x8036, "8d", new MgmtPermitJoiningResponse(ZdoStatus.NOT_AUTHORIZED)),
        frame(
            0x8038,
            "00 00180000 0a00 0100 02 c87f",
            new MgmtNwkUpdateNotify(ZdoStatus.SUCCESS, 0x1800, 10, 1, List.of(0xC8, 0x7F))),
        frame(0x8040, "00ff", new UnknownZdo(0x8040, Octets.of(0, 0xFF))));
  }

  private static Arguments frame(int clusterId, String hex, ZdoCommand command) {
    return Arguments.of(clusterId, "2a" + hex, new ZdoFrame(0x2A, command));
  }

  @ParameterizedTest
  @MethodSource({"requests", "responses"})
  void readsAndWritesCommand(int clusterId, String hex, ZdoFrame frame) {
    Octets octets = Octets.ofHex(hex);

    assertThat(frame.clusterId()).isEqualTo(clusterId);
    assertThat(frame.encode()).isEqualTo(octets);
    assertThat(ZdoFrame.decode(clusterId, octets)).isEqualTo(Decoded.ok(frame));
  }

  @ParameterizedTest
  @MethodSource({"requests", "responses"})
  void survivesBeingCutOff(int clusterId, String hex, ZdoFrame frame) {
    Octets octets = Octets.ofHex(hex);
    for (int length = 0; length < octets.size(); length++) {
      Octets cut = octets.slice(0, length);

      Decoded<ZdoFrame> decoded = ZdoFrame.decode(clusterId, cut);

      if (decoded instanceof Decoded.Malformed<ZdoFrame> malformed) {
        assertThat(malformed.octets()).isEqualTo(cut);
      } else {
        assertThat(decoded.toOptional().map(ZdoFrame::clusterId)).hasValue(frame.clusterId());
      }
    }
  }

  /** As stacks of R23 do. */
  @Test
  void ignoresTlvsAfterANodeDescriptor() {
    String descriptor = "2a 00 3412 01408e7c11525200002c520000";

    assertThat(ZdoFrame.decode(0x8002, Octets.ofHex(descriptor + "47 01 0102")))
        .isEqualTo(ZdoFrame.decode(0x8002, Octets.ofHex(descriptor)));
  }

  @Test
  void tellsWhatTheCapabilitiesMean() {
    MacCapabilities sleepy = new MacCapabilities(0x80);
    MacCapabilities router = new MacCapabilities(0x8E);

    assertThat(sleepy.isReceiverOnWhenIdle()).isFalse();
    assertThat(sleepy.isAllocateAddress()).isTrue();
    assertThat(router.isReceiverOnWhenIdle()).isTrue();
    assertThat(router.isMainsPowered()).isTrue();
    assertThat(router.isFullFunctionDevice()).isTrue();
    assertThat(router.isAlternatePanCoordinator()).isFalse();
  }

  @Test
  void tellsTheRevisionOfTheStack() {
    Octets octets = Octets.ofHex("2a 00 3412 01408e7c11525200002c520000");

    ZdoCommand command = ZdoFrame.decode(0x8002, octets).toOptional().orElseThrow().command();

    assertThat(((NodeDescriptorResponse) command).descriptor().orElseThrow().stackRevision())
        .isEqualTo(22);
  }

  /** Some firmwares count the descriptor's octets wrong. */
  @Test
  void ignoresTheLengthOfASimpleDescriptor() {
    Octets octets = Octets.ofHex("2a 00 3412 ff 0b 5ec0 1002 02 00 00");

    assertThat(ZdoFrame.decode(0x8004, octets)).isInstanceOf(Decoded.Ok.class);
  }

  @Test
  void keepsApartWhatDoesNotBelongTogether() {
    assertThatThrownBy(
            () ->
                new NodeDescriptorResponse(
                    ZdoStatus.SUCCESS, OptionalInt.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new MgmtNwkUpdateRequest(
                    0, 0xFE, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesStatusesAsZigbee2MqttDoes() {
    assertThat(new ZdoStatus(0x84)).hasToString("NOT_SUPPORTED");
    assertThat(new ZdoStatus(0x77)).hasToString("0x77");
  }
}
