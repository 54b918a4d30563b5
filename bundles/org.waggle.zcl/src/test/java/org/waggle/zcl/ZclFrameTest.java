package org.waggle.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.zcl.Direction.CLIENT_TO_SERVER;
import static org.waggle.zcl.Direction.SERVER_TO_CLIENT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZclFrameTest {

  private static final OptionalInt NONE = OptionalInt.empty();

  /** The octets are what zigbee-herdsman 10.9.2 makes of the same commands. */
  static List<Arguments> commands() {
    return List.of(
        request("00 2a 00 0400 0500", new ReadAttributes(List.of(4, 5))),
        response(
            "18 2a 01 0400 00 42 04494b4541 0040 86",
            new ReadAttributesResponse(
                List.of(
                    ReadAttributesResponse.Result.of(4, ZclValue.text("IKEA")),
                    ReadAttributesResponse.Result.failed(
                        0x4000, ZclStatus.UNSUPPORTED_ATTRIBUTE)))),
        request(
            "00 2a 02 1000 f0 78563412004b1200",
            new WriteAttributes(
                List.of(
                    new AttributeValue(
                        0x10, ZclValue.ieeeAddress(new IeeeAddress(0x00124b0012345678L)))))),
        request(
            "00 2a 03 1000 21 2c01",
            new WriteAttributesUndivided(List.of(new AttributeValue(0x10, ZclValue.uint16(300))))),
        response("18 2a 04 00", new WriteAttributesResponse(List.of())),
        response(
            "18 2a 04 88 1000 87 0140",
            new WriteAttributesResponse(
                List.of(
                    new AttributeStatus(ZclStatus.READ_ONLY, 0x10),
                    new AttributeStatus(ZclStatus.INVALID_VALUE, 0x4001)))),
        request(
            "00 2a 05 0340 30 ff",
            new WriteAttributesNoResponse(
                List.of(new AttributeValue(0x4003, ZclValue.absent(ZclType.ENUM8))))),
        request(
            "00 2a 06 00 0000 10 0000 100e 00 0100 29 0a00 100e ceff 01 0200 2c01",
            new ConfigureReporting(
                List.of(
                    new ReportingConfiguration.Reporting(
                        0, ZclType.BOOLEAN, 0, 3600, Optional.empty()),
                    new ReportingConfiguration.Reporting(
                        1, ZclType.INT16, 10, 3600, Optional.of(ZclValue.int16(-50))),
                    new ReportingConfiguration.Expecting(2, 300)))),
        response("18 2a 07 00", new ConfigureReportingResponse(List.of())),
        response(
            "18 2a 07 8c 00 2000",
            new ConfigureReportingResponse(
                List.of(
                    new ConfigureReportingResponse.Failure(
                        ZclStatus.UNREPORTABLE_ATTRIBUTE, CLIENT_TO_SERVER, 0x20)))),
        request(
            "00 2a 08 00 0000 01 2100",
            new ReadReportingConfiguration(
                List.of(
                    new ReadReportingConfiguration.Entry(CLIENT_TO_SERVER, 0),
                    new ReadReportingConfiguration.Entry(SERVER_TO_CLIENT, 0x21)))),
        response(
            "18 2a 09 00 00 0000 20 0100 ffff 05 8b 00 0300 00 01 0400 3c00",
            new ReadReportingConfigurationResponse(
                List.of(
                    new ReadReportingConfigurationResponse.Result(
                        ZclStatus.SUCCESS,
                        CLIENT_TO_SERVER,
                        0,
                        Optional.of(
                            new ReportingConfiguration.Reporting(
                                0, ZclType.UINT8, 1, 0xFFFF, Optional.of(ZclValue.uint8(5))))),
                    new ReadReportingConfigurationResponse.Result(
                        ZclStatus.NOT_FOUND, CLIENT_TO_SERVER, 3, Optional.empty()),
                    new ReadReportingConfigurationResponse.Result(
                        ZclStatus.SUCCESS,
                        SERVER_TO_CLIENT,
                        4,
                        Optional.of(new ReportingConfiguration.Expecting(4, 60)))))),
        response(
            "18 2a 0a 0000 29 6608 0100 39 0000c03f",
            new ReportAttributes(
                List.of(
                    new AttributeValue(0, ZclValue.int16(2150)),
                    new AttributeValue(1, ZclValue.of(ZclType.SINGLE_PRECISION, 1.5))))),
        response("18 2a 0b 02 81", new DefaultResponse(2, ZclStatus.UNSUP_COMMAND)),
        request("00 2a 0c 1000 14", new DiscoverAttributes(0x10, 20)),
        response(
            "18 2a 0d 01 0000 10 0340 30",
            new DiscoverAttributesResponse(
                true,
                List.of(
                    new DiscoverAttributesResponse.Entry(0, 0x10),
                    new DiscoverAttributesResponse.Entry(0x4003, 0x30)))),
        request(
            "00 2a 0e 0200 00 0300 02 0100 0302",
            new ReadAttributesStructured(
                List.of(
                    new ReadAttributesStructured.Entry(2, Selector.ALL),
                    new ReadAttributesStructured.Entry(
                        3, new Selector(Selector.Operation.WHOLE, List.of(1, 0x203)))))),
        request(
            "00 2a 0f 0200 11 0300 20 07",
            new WriteAttributesStructured(
                List.of(
                    new WriteAttributesStructured.Entry(
                        2, new Selector(Selector.Operation.ADD, List.of(3)), ZclValue.uint8(7))))),
        response(
            "18 2a 10 8d 0200 01 0300",
            new WriteAttributesStructuredResponse(
                List.of(
                    new WriteAttributesStructuredResponse.Failure(
                        ZclStatus.INVALID_DATA_TYPE,
                        2,
                        new Selector(Selector.Operation.WHOLE, List.of(3)))))),
        request("00 2a 11 00 10", new DiscoverCommandsReceived(0, 16)),
        response(
            "18 2a 12 00 00010240",
            new DiscoverCommandsReceivedResponse(false, List.of(0, 1, 2, 0x40))),
        request("00 2a 13 01 02", new DiscoverCommandsGenerated(1, 2)),
        response("18 2a 14 01 05", new DiscoverCommandsGeneratedResponse(true, List.of(5))),
        Arguments.of(
            "04 0210 2a 15 0000 05",
            ZclFrame.of(
                OptionalInt.of(0x1002),
                CLIENT_TO_SERVER,
                false,
                0x2A,
                new DiscoverAttributesExtended(0, 5))),
        Arguments.of(
            "1c 0210 2a 16 01 0000 29 05",
            ZclFrame.of(
                OptionalInt.of(0x1002),
                SERVER_TO_CLIENT,
                true,
                0x2A,
                new DiscoverAttributesExtendedResponse(
                    true, List.of(new DiscoverAttributesExtendedResponse.Entry(0, 0x29, 5))))),
        // ZCL 2.4.1: cluster-specific frame type 1, default response disabled.
        Arguments.of(
            "11 2a 02",
            ZclFrame.of(NONE, CLIENT_TO_SERVER, true, 0x2A, new ClusterCommand(2, Octets.EMPTY))),
        request("00 2a 42 0102", new UnknownCommand(0x42, Octets.of(1, 2))));
  }

  private static Arguments request(String hex, ZclCommand command) {
    return Arguments.of(hex, ZclFrame.of(NONE, CLIENT_TO_SERVER, false, 0x2A, command));
  }

  private static Arguments response(String hex, ZclCommand command) {
    return Arguments.of(hex, ZclFrame.of(NONE, SERVER_TO_CLIENT, true, 0x2A, command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void readsAndWritesCommand(String hex, ZclFrame frame) {
    assertThat(ZclFrame.decode(Octets.ofHex(hex))).isEqualTo(Decoded.ok(frame));
    assertThat(frame.encode()).isEqualTo(Octets.ofHex(hex));
  }

  /** Every frame above, cut off anywhere, is either malformed or shorter by whole records. */
  @ParameterizedTest
  @MethodSource("commands")
  void survivesBeingCutOff(String hex, ZclFrame frame) {
    Octets octets = Octets.ofHex(hex);
    for (int length = 0; length < octets.size(); length++) {
      Octets cut = octets.slice(0, length);

      Decoded<ZclFrame> decoded = ZclFrame.decode(cut);

      if (decoded instanceof Decoded.Malformed<ZclFrame> malformed) {
        assertThat(malformed.octets()).isEqualTo(cut);
        assertThat(malformed.reason()).contains("offset");
      } else {
        assertThat(decoded.toOptional()).isPresent().isNotEqualTo(Optional.of(frame));
      }
    }
  }

  /** A report of lumi.weather as received by Zigbee2MQTT. */
  @Test
  void keepsXiaomisStructAsOctets() {
    String struct = "0121db0b0421a8430521be000624020000000064 29c3086521d012662b448a01000a210000";
    Octets octets = Octets.ofHex("1c5f11000a01ff4225" + struct);

    ZclFrame frame = ZclFrame.decode(octets).toOptional().orElseThrow();

    assertThat(frame.header().manufacturerCode()).hasValue(0x115F);
    assertThat(frame.command())
        .isEqualTo(
            new ReportAttributes(
                List.of(
                    new AttributeValue(
                        0xFF01, new ZclValue(ZclType.CHARACTER_STRING, Octets.ofHex(struct))))));
    assertThat(frame.encode()).isEqualTo(octets);
  }

  /** Zigbee2MQTT reads this struct item by item whatever the length says. */
  @Test
  void takesXiaomisStructWithAWrongLengthAndATrailingOctet() {
    Octets octets = Octets.ofHex("1c5f11000a 01ff 42 03 0121db0b 00");

    ZclFrame frame = ZclFrame.decode(octets).toOptional().orElseThrow();

    ReportAttributes report = (ReportAttributes) frame.command();
    assertThat(report.attributes().get(0).value().octets()).hasValue(Octets.ofHex("0121db0b00"));
  }

  /** As zigbee-herdsman does, which takes what the buffer has. */
  @Test
  void takesAStringThatIsCutOff() {
    Octets octets = Octets.ofHex("18 2a 01 0500 00 42 0a 6c756d69");

    ZclFrame frame = ZclFrame.decode(octets).toOptional().orElseThrow();

    assertThat(frame.command())
        .isEqualTo(
            new ReadAttributesResponse(
                List.of(ReadAttributesResponse.Result.of(5, ZclValue.text("lumi")))));
  }

  @Test
  void refusesReservedFrameTypes() {
    assertThat(ZclFrame.decode(Octets.ofHex("022a00")))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            malformed -> assertThat(malformed.reason()).contains("frame type 2"));
  }

  @Test
  void refusesDataTypesItCannotMeasure() {
    assertThat(ZclFrame.decode(Octets.ofHex("182a0a 0000 07 00")))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            malformed -> assertThat(malformed.reason()).contains("no data type: 0x07"));
  }

  @Test
  void namesTypesOfDiscoveredAttributesOnlyIfTheyExist() {
    Octets octets = Octets.ofHex("182a0d 01 0000 10 0100 07");

    ZclCommand command = ZclFrame.decode(octets).toOptional().orElseThrow().command();

    assertThat(((DiscoverAttributesResponse) command).attributes())
        .extracting(DiscoverAttributesResponse.Entry::type)
        .containsExactly(Optional.of(ZclType.BOOLEAN), Optional.empty());
  }

  @Test
  void answersWithTheSameSequenceInTheOtherDirection() {
    ZclFrame request =
        ZclFrame.of(
            OptionalInt.of(0x115F), CLIENT_TO_SERVER, false, 7, new ReadAttributes(List.of(0)));

    ZclFrame response = request.response(new DefaultResponse(0, ZclStatus.FAILURE));

    assertThat(response.encode()).isEqualTo(Octets.ofHex("1c 5f11 07 0b 00 01"));
  }

  @Test
  void refusesAHeaderOfAnotherCommand() {
    ZclHeader header =
        new ZclHeader(FrameType.GLOBAL, NONE, CLIENT_TO_SERVER, false, 0, ReportAttributes.ID);

    assertThatThrownBy(() -> new ZclFrame(header, new ReadAttributes(List.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToWriteWhatDoesNotFit() {
    ZclFrame frame =
        ZclFrame.of(NONE, CLIENT_TO_SERVER, false, 0, new ReadAttributes(List.of(0x10000)));

    assertThatThrownBy(frame::encode)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }

  @Test
  void namesStatusesAsZigbee2MqttDoes() {
    assertThat(ZclStatus.of(0x86)).hasToString("UNSUPPORTED_ATTRIBUTE");
    assertThat(ZclStatus.of(0xC3).name()).isEqualTo("UNSUPPORTED_CLUSTER");
    assertThat(ZclStatus.of(0xEE).name()).isEqualTo("0xee");
  }
}
