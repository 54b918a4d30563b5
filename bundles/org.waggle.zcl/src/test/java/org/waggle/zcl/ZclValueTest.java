package org.waggle.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZclValueTest {

  private static final IeeeAddress ADDRESS = new IeeeAddress(0x00124b0012345678L);

  /** Layouts of ZCL 2.6.2, section by section. */
  static List<Arguments> layouts() {
    return List.of(
        value("", new ZclValue(ZclType.NO_DATA, Octets.EMPTY)),
        value("7f", ZclValue.of(ZclType.DATA8, 0x7F)),
        value("030201", ZclValue.of(ZclType.DATA24, 0x010203)),
        value(
            "0807060504030281",
            new ZclValue(ZclType.DATA64, new BigInteger("8102030405060708", 16))),
        value("01", ZclValue.bool(true)),
        value("0180", ZclValue.bitmap16(0x8001)),
        value("0504030201", ZclValue.of(ZclType.BITMAP40, 0x0102030405L)),
        value("fe", ZclValue.uint8(254)),
        value("0302", ZclValue.uint16(0x203)),
        value("ffff7f", ZclValue.uint24(0x7FFFFF)),
        value("78563412", ZclValue.uint32(0x12345678)),
        value("fefffffffeff", ZclValue.of(ZclType.UINT48, 0xFFFEFFFFFFFEL)),
        value("07060504030201", ZclValue.of(ZclType.UINT56, 0x01020304050607L)),
        value("feffffffffffffff", ZclValue.of(ZclType.UINT64, -2)),
        value("ff", ZclValue.int8(-1)),
        value("6ff8", ZclValue.int16(-1937)),
        value("ffff80", ZclValue.of(ZclType.INT24, -0x7F0001)),
        value("ffffffff", ZclValue.int32(-1)),
        value("00000000ff", ZclValue.of(ZclType.INT40, -0x100000000L)),
        value("feffffffffff", ZclValue.of(ZclType.INT48, -2)),
        value("feffffffffffff", ZclValue.of(ZclType.INT56, -2)),
        value("feffffffffffff7f", ZclValue.of(ZclType.INT64, Long.MAX_VALUE - 1)),
        value("03", ZclValue.enum8(3)),
        value("0304", ZclValue.enum16(0x403)),
        value("003c", ZclValue.of(ZclType.SEMI_PRECISION, 1.0)),
        value("0000c8c1", ZclValue.of(ZclType.SINGLE_PRECISION, -25.0)),
        value("182d4454fb210940", ZclValue.of(ZclType.DOUBLE_PRECISION, Math.PI)),
        value("02 00ff", ZclValue.octets(Octets.of(0, 0xFF))),
        value("04 494b4541", ZclValue.text("IKEA")),
        value("0300 010203", new ZclValue(ZclType.LONG_OCTET_STRING, Octets.of(1, 2, 3))),
        value("0200 6869", new ZclValue(ZclType.LONG_CHARACTER_STRING, Octets.ofUtf8("hi"))),
        value(
            "21 0200 0100 0200",
            ZclValue.array(ZclType.UINT16, List.of(ZclValue.uint16(1), ZclValue.uint16(2)))),
        value("20 0000", new ZclValue(ZclType.BAG, new ZclArray(ZclType.UINT8, List.of()))),
        value(
            "42 0100 0161",
            new ZclValue(
                ZclType.SET, new ZclArray(ZclType.CHARACTER_STRING, List.of(ZclValue.text("a"))))),
        value(
            "0200 10 01 48 20 0100 05",
            ZclValue.structure(
                List.of(
                    ZclValue.bool(true),
                    ZclValue.array(ZclType.UINT8, List.of(ZclValue.uint8(5)))))),
        value("0c1e0000", ZclValue.of(ZclType.TIME_OF_DAY, 0x1E0C)), // 12:30:00.00
        value("7a060f04", ZclValue.of(ZclType.DATE, 0x040F067A)), // 2022-06-15, Thursday
        value("00e1f505", ZclValue.utcTime(100_000_000)),
        value("0604", ZclValue.of(ZclType.CLUSTER_ID, 0x406)),
        value("0540", ZclValue.of(ZclType.ATTRIBUTE_ID, 0x4005)),
        value("01000002", ZclValue.of(ZclType.BACNET_OID, 0x02000001)),
        value("78563412004b1200", ZclValue.ieeeAddress(ADDRESS)),
        value(
            "5a6967426565416c6c69616e63653039",
            new ZclValue(ZclType.SECURITY_KEY, Octets.ofUtf8("ZigBeeAlliance09"))));
  }

  private static Arguments value(String hex, ZclValue value) {
    return Arguments.of(hex, value);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void readsAndWritesEveryLayout(String hex, ZclValue value) {
    Octets octets = Octets.ofHex(hex);

    assertThat(new ZclWriter().value(value).toOctets()).isEqualTo(octets);
    assertThat(ZclReader.decode(octets, reader -> reader.value(value.type())))
        .isEqualTo(Decoded.ok(value));
  }

  /** ZCL table 2-10, column "Invalid Value". */
  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, ff",
    "UINT8, ff",
    "UINT16, ffff",
    "UINT24, ffffff",
    "UINT32, ffffffff",
    "UINT40, ffffffffff",
    "UINT48, ffffffffffff",
    "UINT56, ffffffffffffff",
    "UINT64, ffffffffffffffff",
    "INT8, 80",
    "INT16, 0080",
    "INT24, 000080",
    "INT32, 00000080",
    "INT40, 0000000080",
    "INT48, 000000000080",
    "INT56, 00000000000080",
    "INT64, 0000000000000080",
    "ENUM8, ff",
    "ENUM16, ffff",
    "SEMI_PRECISION, 007e",
    "SINGLE_PRECISION, 0000c07f",
    "DOUBLE_PRECISION, 000000000000f87f",
    "OCTET_STRING, ff",
    "CHARACTER_STRING, ff",
    "LONG_OCTET_STRING, ffff",
    "LONG_CHARACTER_STRING, ffff",
    "ARRAY, ffffff",
    "STRUCTURE, ffff",
    "SET, ffffff",
    "BAG, ffffff",
    "TIME_OF_DAY, ffffffff",
    "DATE, ffffffff",
    "UTC_TIME, ffffffff",
    "CLUSTER_ID, ffff",
    "ATTRIBUTE_ID, ffff",
    "BACNET_OID, ffffffff",
    "IEEE_ADDRESS, ffffffffffffffff"
  })
  void knowsTheNonValue(ZclType type, String hex) {
    Octets octets = Octets.ofHex(hex);

    ZclValue value =
        ZclReader.decode(octets, reader -> reader.value(type)).toOptional().orElseThrow();

    assertThat(value.isAbsent()).isTrue();
    assertThat(value).isEqualTo(ZclValue.absent(type));
    assertThat(value.integer()).isEmpty();
    assertThat(value.decimal()).isEmpty();
    assertThat(value.text()).isEmpty();
    assertThat(value.address()).isEmpty();
    assertThat(value.elements()).isEmpty();
    assertThat(new ZclWriter().value(value).toOctets()).isEqualTo(octets);
  }

  @ParameterizedTest
  @EnumSource(
      value = ZclType.class,
      names = {"DATA.*", "BITMAP.*", "SECURITY_KEY"},
      mode = EnumSource.Mode.MATCH_ANY)
  void hasNoNonValueOfBits(ZclType type) {
    Octets octets = Octets.ofHex("ff".repeat(16));

    ZclValue value =
        ZclReader.decode(octets, reader -> reader.value(type)).toOptional().orElseThrow();

    assertThat(value.isAbsent()).isFalse();
    assertThatThrownBy(() -> ZclValue.absent(type)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheRawNumberOfANonValue() {
    assertThat(ZclValue.absent(ZclType.INT16).value()).isEqualTo(-32768L);
    assertThat(ZclValue.absent(ZclType.UINT8).value()).isEqualTo(255L);
  }

  @Test
  void givesNumbersAsDecimals() {
    assertThat(ZclValue.int16(2149).decimal()).hasValue(BigDecimal.valueOf(2149));
    assertThat(ZclValue.of(ZclType.UINT64, -2).decimal())
        .hasValue(new BigDecimal("18446744073709551614"));
    assertThat(ZclValue.of(ZclType.SINGLE_PRECISION, 22.5).decimal())
        .hasValue(new BigDecimal("22.5"));
    assertThat(ZclValue.of(ZclType.SINGLE_PRECISION, Double.POSITIVE_INFINITY).decimal()).isEmpty();
    assertThat(ZclValue.text("5").decimal()).isEmpty();
  }

  @Test
  void givesIntegersThatFit() {
    assertThat(ZclValue.of(ZclType.UINT64, 5).integer()).hasValue(5);
    assertThat(ZclValue.of(ZclType.UINT64, -2).integer()).isEmpty();
    assertThat(ZclValue.bool(true).truth()).hasValue(true);
    assertThat(ZclValue.absent(ZclType.BOOLEAN).truth()).isEmpty();
  }

  @Test
  void givesStringsAsTextAndOctets() {
    assertThat(ZclValue.text("°C").octets()).hasValue(Octets.ofHex("c2b043"));
    assertThat(ZclValue.octets(Octets.ofHex("c2b043")).text()).hasValue("°C");
    assertThat(ZclValue.text("").text()).hasValue("");
    assertThat(ZclValue.ieeeAddress(ADDRESS).address()).isEqualTo(Optional.of(ADDRESS));
  }

  static List<Arguments> wrong() {
    return List.of(
        Arguments.of(ZclType.UINT8, 256L),
        Arguments.of(ZclType.UINT8, -1L),
        Arguments.of(ZclType.UINT8, 5),
        Arguments.of(ZclType.UINT64, 5L),
        Arguments.of(ZclType.UINT64, BigInteger.ONE.shiftLeft(64)),
        Arguments.of(ZclType.INT24, 0x800000L),
        Arguments.of(ZclType.INT24, -0x800001L),
        Arguments.of(ZclType.SINGLE_PRECISION, 5L),
        Arguments.of(ZclType.CHARACTER_STRING, "text"),
        Arguments.of(ZclType.CHARACTER_STRING, Octets.of(new byte[255])),
        Arguments.of(ZclType.SECURITY_KEY, Octets.of(1)),
        Arguments.of(ZclType.STRUCTURE, List.of("text")),
        Arguments.of(ZclType.ARRAY, List.of(ZclValue.uint8(1))),
        Arguments.of(ZclType.IEEE_ADDRESS, 5L));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatIsNoValueOfTheType(ZclType type, Object value) {
    assertThatThrownBy(() -> new ZclValue(type, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(type.name());
  }

  @Test
  void refusesMixedArrays() {
    List<ZclValue> mixed = List.of(ZclValue.uint8(1), ZclValue.int8(1));

    assertThatThrownBy(() -> new ZclArray(ZclType.UINT8, mixed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<Arguments> conversions() {
    return List.of(
        Arguments.of(5, ZclValue.uint8(5)),
        Arguments.of(5.9, ZclValue.uint8(5)),
        Arguments.of(new BigDecimal("-2.5"), ZclValue.int16(-2)),
        Arguments.of(true, ZclValue.bool(true)),
        Arguments.of(7, ZclValue.of(ZclType.UINT64, 7)),
        Arguments.of(3, ZclValue.of(ZclType.SINGLE_PRECISION, 3)),
        Arguments.of(Double.NaN, ZclValue.absent(ZclType.INT16)),
        Arguments.of("x", ZclValue.text("x")),
        Arguments.of(List.of(1, 255), ZclValue.octets(Octets.of(1, 255))),
        Arguments.of(new byte[] {1}, ZclValue.octets(Octets.of(1))),
        Arguments.of("0x00124b0012345678", ZclValue.ieeeAddress(ADDRESS)),
        Arguments.of(ZclValue.uint8(5), ZclValue.uint8(5)));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void takesWhatCallersHave(Object source, ZclValue value) {
    assertThat(ZclValue.convert(value.type(), source)).isEqualTo(value);
  }

  @Test
  void refusesWhatCallersCannotMean() {
    assertThatThrownBy(() -> ZclValue.convert(ZclType.UINT8, "5"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZclValue.convert(ZclType.UINT8, 256))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZclValue.convert(ZclType.UINT8, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZclValue.convert(ZclType.IEEE_ADDRESS, "0x12"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZclValue.convert(ZclType.UINT8, ZclValue.uint16(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesValuesNestedTooDeep() {
    Octets octets = Octets.ofHex("0100 4c".repeat(20) + "0000");

    Decoded<ZclValue> decoded = ZclReader.decode(octets, r -> r.value(ZclType.STRUCTURE));

    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            malformed -> assertThat(malformed.reason()).contains("nested"));
  }

  @Test
  void refusesMoreElementsThanThereAreOctets() {
    Octets octets = Octets.ofHex("48 fe ff".repeat(30));

    assertThat(ZclReader.decode(octets, r -> r.value(ZclType.ARRAY)))
        .isInstanceOf(Decoded.Malformed.class);
  }

  /** ZCL table 2-10: ids of the types, and which are analog. */
  @Test
  void knowsTypesById() {
    assertThat(ZclType.values()).hasSize(56);
    assertThat(ZclType.of(0x29)).hasValue(ZclType.INT16);
    assertThat(ZclType.of(0x07)).isEmpty();
    assertThat(ZclType.of(0x100)).isEmpty();
    assertThat(ZclType.UINT24.isAnalog()).isTrue();
    assertThat(ZclType.UTC_TIME.isAnalog()).isTrue();
    assertThat(ZclType.ENUM8.isAnalog()).isFalse();
    assertThat(ZclType.BITMAP16.isAnalog()).isFalse();
  }
}
