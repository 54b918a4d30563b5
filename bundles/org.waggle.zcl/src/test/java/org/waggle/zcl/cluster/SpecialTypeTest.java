package org.waggle.zcl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;

class SpecialTypeTest {

  private static final ParameterType UINT8 = ParameterType.of(ZclType.UINT8);

  /** Alone in a command: without a count ahead, lists go on to the end. */
  static List<Arguments> layouts() {
    return List.of(
        Arguments.of(SpecialType.USE_DATA_TYPE, "0102", Octets.of(1, 2)),
        Arguments.of(SpecialType.LIST_UINT8, "0102", List.of(1L, 2L)),
        Arguments.of(SpecialType.LIST_UINT16, "0102 0300", List.of(0x201L, 3L)),
        Arguments.of(SpecialType.LIST_UINT24, "010203", List.of(0x30201L)),
        Arguments.of(SpecialType.LIST_UINT32, "01020304", List.of(0x4030201L)),
        Arguments.of(
            SpecialType.LIST_ZONEINFO, "01 0200", List.of(Map.of("zoneID", 1L, "zoneStatus", 2L))),
        Arguments.of(SpecialType.BUFFER, "", Octets.EMPTY),
        Arguments.of(SpecialType.GPD_FRAME, "02 0102", Octets.of(1, 2)),
        Arguments.of(
            SpecialType.STRUCTURED_SELECTOR,
            "12 0100 0200",
            Map.of("indicatorType", 0x10L, "indexes", List.of(1L, 2L))),
        Arguments.of(
            SpecialType.LIST_MIBOXER_ZONES,
            "01 0200 03",
            List.of(Map.of("groupId", 2L, "zoneNum", 3L))),
        Arguments.of(SpecialType.BIG_ENDIAN_UINT24, "010203", 0x010203L),
        Arguments.of(SpecialType.MI_STRUCT, "0121db0b", Octets.ofHex("0121db0b")));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void readsAndWritesLayout(SpecialType type, String hex, Object value) {
    CommandDefinition command = CommandDefinition.of(1, "x", ParameterDefinition.of("p", type));

    assertThat(command.encode(Map.of("p", value))).isEqualTo(Octets.ofHex(hex));
    assertThat(command.decode(Octets.ofHex(hex))).isEqualTo(Decoded.ok(Map.of("p", value)));
  }

  @Test
  void takesTheSizeOfAGreenPowerFrameFromTheParameterAhead() {
    CommandDefinition command =
        CommandDefinition.of(
            1,
            "x",
            ParameterDefinition.of("payloadSize", UINT8),
            ParameterDefinition.of("frame", SpecialType.GPD_FRAME),
            ParameterDefinition.of("after", UINT8));
    Map<String, Object> values = Map.of("payloadSize", 2L, "frame", Octets.of(1, 2), "after", 9L);

    assertThat(command.encode(values)).isEqualTo(Octets.ofHex("02 0102 09"));
    assertThat(command.decode(Octets.ofHex("02 0102 09"))).isEqualTo(Decoded.ok(values));
  }

  @Test
  void hasTheIdsThatArePublished() {
    for (SpecialType type : SpecialType.values()) {
      assertThat(ParameterType.of(type.id())).hasValue(type);
    }
    assertThat(SpecialType.BIG_ENDIAN_UINT24.id()).isEqualTo(1013);
    assertThat(ParameterType.of(1015)).isEmpty();
    assertThat(ParameterType.of(0x21)).hasValue(ParameterType.of(ZclType.UINT16));
    assertThat(ParameterType.of(0x07)).isEmpty();
  }
}
