package org.waggle.zcl.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

class CommandDefinitionTest {

  /** The octets are what zigbee-herdsman 10.9.2 makes of the same values. */
  static List<Arguments> payloads() {
    return List.of(
        Arguments.of(
            command("genOnOff", "onWithTimedOff"),
            "01 2c01 ffff",
            Map.of("ctrlbits", 1L, "ontime", 300L, "offwaittime", 65535L)),
        Arguments.of(
            command("genLevelCtrl", "moveToLevelWithOnOff"),
            "80 0a00 00 00",
            Map.of("level", 128L, "transtime", 10L, "optionsMask", 0L, "optionsOverride", 0L)),
        Arguments.of(
            command("genLevelCtrl", "moveToLevelWithOnOff"),
            "80 0a00",
            Map.of("level", 128L, "transtime", 10L)),
        Arguments.of(
            command("lightingColorCtrl", "moveToColor"),
            "0050 0040 0000 01 01",
            Map.of(
                "colorx",
                0x5000L,
                "colory",
                0x4000L,
                "transtime",
                0L,
                "optionsMask",
                1L,
                "optionsOverride",
                1L)),
        Arguments.of(
            response("genGroups", "getMembershipRsp"),
            "05 02 0100 8503",
            Map.of("capacity", 5L, "groupcount", 2L, "grouplist", List.of(1L, 901L))),
        Arguments.of(
            command("genScenes", "add"),
            "0100 02 0300 026162 0600 01 01 0800 01 fe 0003 0d 0100 0200 0300 04 05 06 0700 0800",
            Map.of(
                "groupid", 1L,
                "sceneid", 2L,
                "transtime", 3L,
                "scenename", Octets.ofUtf8("ab"),
                "extensionfieldsets",
                    List.of(
                        Map.of("clstId", 6L, "len", 1L, "extField", List.of(1L)),
                        Map.of("clstId", 8L, "len", 1L, "extField", List.of(254L)),
                        Map.of(
                            "clstId", 768L,
                            "len", 13L,
                            "extField", List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L))))),
        Arguments.of(
            response("genScenes", "viewRsp"),
            "8b 0100 02",
            Map.of("status", 0x8BL, "groupid", 1L, "sceneid", 2L)),
        Arguments.of(
            command("hvacThermostat", "setWeeklySchedule"),
            "02 03 03 6801 3408 fbff d002 0807 280a",
            Map.of(
                "numoftrans", 2L,
                "dayofweek", 3L,
                "mode", 3L,
                "transitions",
                    List.of(
                        Map.of("transitionTime", 360L, "heatSetpoint", 2100L, "coolSetpoint", -5L),
                        Map.of(
                            "transitionTime", 720L,
                            "heatSetpoint", 1800L,
                            "coolSetpoint", 2600L)))),
        Arguments.of(
            command("manuSpecificTuya", "dataRequest"),
            "0201 01 01 0001 01 02 02 0004 0000012c",
            Map.of(
                "seq",
                258L,
                "dpValues",
                List.of(
                    Map.of("dp", 1L, "datatype", 1L, "data", Octets.of(1)),
                    Map.of("dp", 2L, "datatype", 2L, "data", Octets.of(0, 0, 1, 44))))),
        Arguments.of(
            response("genOta", "imageBlockResponse"),
            "00 7c11 0121 00010200 40000000 03 010203",
            Map.of(
                "status", 0L,
                "manufacturerCode", 0x117CL,
                "imageType", 0x2101L,
                "fileVersion", 0x20100L,
                "fileOffset", 64L,
                "dataSize", 3L,
                "data", Octets.of(1, 2, 3))),
        Arguments.of(
            response("genOta", "imageBlockResponse"),
            "97 01000000 02000000 0300",
            Map.of(
                "status", 0x97L, "currentTime", 1L, "requestTime", 2L, "minimumBlockPeriod", 3L)),
        Arguments.of(
            command("genOta", "queryNextImageRequest"),
            "01 0100 0200 03000000 0400",
            Map.of(
                "fieldControl", 1L,
                "manufacturerCode", 1L,
                "imageType", 2L,
                "fileVersion", 3L,
                "hardwareVersion", 4L)),
        Arguments.of(
            response("ssIasAce", "getZoneStatusRsp"),
            "01 01 09 2100",
            Map.of(
                "zonestatuscomplete", 1L,
                "numofzones", 1L,
                "zoneinfo", List.of(Map.of("zoneID", 9L, "zoneStatus", 0x21L)))),
        Arguments.of(
            response("greenPower", "pairing"),
            "48e500 78563412 840b 02 00010000 07070707070707070707070707070707",
            Map.of(
                "options", 0xE548L,
                "srcID", 0x12345678L,
                "sinkGroupID", 0x0B84L,
                "deviceID", 2L,
                "frameCounter", 0x100L,
                "gpdKey", Octets.ofHex("07".repeat(16)))),
        Arguments.of(
            command("touchlink", "scanRequest"),
            "04030201 04 12",
            Map.of(
                "transactionID", 0x01020304L,
                "zigbeeInformation", 4L,
                "touchlinkInformation", 18L)));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void readsAndWritesPayload(CommandDefinition command, String hex, Map<String, Object> values) {
    Octets octets = Octets.ofHex(hex);

    assertThat(command.encode(values)).isEqualTo(octets);
    assertThat(command.decode(octets)).isEqualTo(Decoded.ok(values));
  }

  /** Callers that speak JSON have other classes of numbers and strings. */
  @Test
  void takesWhatCallersHave() {
    Octets octets =
        command("genScenes", "add")
            .encode(
                Map.of(
                    "groupid",
                    1,
                    "sceneid",
                    2.0,
                    "transtime",
                    Double.NaN,
                    "scenename",
                    "ab",
                    "extensionfieldsets",
                    List.of(Map.of("clstId", 6, "len", 1, "extField", List.of(true)))));

    assertThat(octets).isEqualTo(Octets.ofHex("0100 02 ffff 026162 0600 01 01"));
  }

  @Test
  void namesTheParameterThatIsMissing() {
    CommandDefinition command = command("genLevelCtrl", "moveToLevelWithOnOff");

    assertThatThrownBy(() -> command.encode(Map.of("level", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter 'transtime' of 'moveToLevelWithOnOff' is missing");
  }

  @Test
  void namesTheParameterThatDoesNotFit() {
    CommandDefinition command = command("genLevelCtrl", "moveToLevelWithOnOff");

    assertThatThrownBy(() -> command.encode(Map.of("level", 256, "transtime", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'level'");
    assertThatThrownBy(() -> command.encode(Map.of("level", "bright", "transtime", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'level'");
  }

  @Test
  void namesTheParameterThatIsCutOff() {
    Decoded<Map<String, Object>> decoded =
        command("genLevelCtrl", "moveToLevelWithOnOff").decode(Octets.ofHex("80 0a"));

    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            malformed -> assertThat(malformed.reason()).contains("transtime", "offset 1"));
  }

  /** As in Zigbee2MQTT: nothing follows whole data points but a piece of one. */
  @Test
  void takesWhatThereIsOfTuyasDataPoints() {
    CommandDefinition report = response("manuSpecificTuya", "dataReport");

    Decoded<Map<String, Object>> decoded =
        report.decode(Octets.ofHex("0201 0101 0001 01 0202 0004 0000"));

    assertThat(decoded)
        .isEqualTo(
            Decoded.ok(
                Map.of(
                    "seq",
                    0x0102L,
                    "dpValues",
                    List.of(
                        Map.of("dp", 1L, "datatype", 1L, "data", Octets.of(1)),
                        Map.of("dp", 2L, "datatype", 2L, "data", Octets.of(0, 0))))));
  }

  @Test
  void keepsTheOctetsOfScenesItDoesNotKnow() {
    CommandDefinition add = command("genScenes", "add");
    Octets octets = Octets.ofHex("0100 02 0000 00 00fc 03 010203");

    Map<String, Object> values = add.decode(octets).toOptional().orElseThrow();

    assertThat(values.get("extensionfieldsets"))
        .isEqualTo(List.of(Map.of("clstId", 0xFC00L, "len", 3L, "extField", List.of(1L, 2L, 3L))));
    assertThat(add.encode(values)).isEqualTo(octets);
  }

  @Test
  void readsAnEmptyListOfACountThatIsTheNonValue() {
    Decoded<Map<String, Object>> decoded =
        response("genGroups", "getMembershipRsp").decode(Octets.ofHex("ff ff"));

    assertThat(decoded)
        .isEqualTo(
            Decoded.ok(Map.of("capacity", 255L, "groupcount", 255L, "grouplist", List.of())));
  }

  /** As zigbee-herdsman 10.9.2 does, which gives NaN for the absent, and refuses the forbidden. */
  @Test
  void judgesParameters() {
    ParameterDefinition transition =
        command("genLevelCtrl", "moveToLevelWithOnOff").parameters().get(1);
    ParameterDefinition effect = command("genIdentify", "triggerEffect").parameters().get(0);
    ParameterDefinition logIndex = command("closuresDoorLock", "getLogRecord").parameters().get(0);
    ParameterDefinition limited =
        new ParameterDefinition("x", effect.type(), List.of(), atMost(10));

    assertThat(transition.judge(10L)).isEqualTo(Validity.VALID);
    assertThat(transition.judge(0xFFFFL)).isEqualTo(Validity.ABSENT);
    assertThat(logIndex.judge(0L)).isEqualTo(Validity.VALID);
    assertThat(limited.judge(10L)).isEqualTo(Validity.VALID);
    assertThat(limited.judge(11L)).isEqualTo(Validity.FORBIDDEN);
    assertThat(ParameterDefinition.of("x", SpecialType.BUFFER).judge(Octets.EMPTY))
        .isEqualTo(Validity.VALID);
  }

  private static Restrictions atMost(long maximum) {
    return new Restrictions(
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of(maximum),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void writesAddressesFromTheirText() {
    CommandDefinition command =
        CommandDefinition.of(
            1, "x", ParameterDefinition.of("address", ParameterType.of(ZclType.IEEE_ADDRESS)));

    Octets octets = command.encode(Map.of("address", "0x00124b0012345678"));

    assertThat(octets).isEqualTo(Octets.ofHex("78563412004b1200"));
    assertThat(command.decode(octets))
        .isEqualTo(Decoded.ok(Map.of("address", new IeeeAddress(0x00124b0012345678L))));
    assertThat(command.encode(Map.of("address", ZclValue.absent(ZclType.IEEE_ADDRESS))))
        .isEqualTo(Octets.ofHex("ff".repeat(8)));
  }

  private static CommandDefinition command(String cluster, String name) {
    return Clusters.standard().find(cluster).orElseThrow().command(name).orElseThrow();
  }

  private static CommandDefinition response(String cluster, String name) {
    return Clusters.standard().find(cluster).orElseThrow().response(name).orElseThrow();
  }
}
