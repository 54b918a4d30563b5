package org.waggle.simulator.ezsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.Simulator;
import org.waggle.zcl.Octets;

/** Commands whose layouts changed, as zigpy and zigbee-herdsman write and read them. */
class EzspLayoutsTest {

  private static final String KEY = "5a6967426565416c6c69616e63653039";
  private static final String ADDRESS = "0102030405060708";

  /** EmberSecurityManagerContext with a type only. */
  private static String context(String type) {
    return type + "00".repeat(17);
  }

  private static EzspHost connect(Simulator simulator, int version) throws Exception {
    return EzspHost.connected(simulator.ezspPort(), version);
  }

  @ParameterizedTest(name = "{1} of version {0}")
  @CsvSource({
    "8,  networkInit,          0017, 0000, 93",
    "14, networkInit,          0017, 0000, 17000000",
    "8,  leaveNetwork,         0020, '', 93",
    "14, leaveNetwork,         0020, 00, 17000000",
    "8,  setPolicy,            0055, 0003, 00",
    "14, setPolicy,            0055, 0003, 00000000",
    "14, getPolicy,            0056, 00, 0000000001",
    "8,  setConfigurationValue, 0053, 190200, 00",
    "19, setConfigurationValue, 0053, 190200, 00000000",
    "14, getConfigurationValue, 0052, 1e, 00000000" + "0c00",
    "8,  getExtendedValue,     0003, 00f2000000, 37" + "020000",
    "14, getExtendedValue,     0003, 00f2000000, 21000000" + "020000",
    "13, sourceRouteOverhead,  0003, 0234120000, 00" + "0100",
    "14, sourceRouteOverhead,  0003, 0234120000, 00000000" + "0100",
    "8,  version information,  00aa, 11, 00" + "070000060a0300aa",
    "14, version information,  00aa, 11, 00000000" + "070000080002" + "00aa",
    "16, version information,  00aa, 11, 00000000" + "070000080100" + "00aa",
    "18, version information,  00aa, 11, 00000000" + "070000080202" + "00aa",
    "19, version information,  00aa, 11, 00000000" + "070000090100" + "00aa",
    "8,  setPowerDescriptor,   0016, 10c1, ''",
    "14, setPowerDescriptor,   0016, 10c1, 00000000",
    "8,  startScan,            001a, 0000080000" + "03, 00",
    "9,  startScan,            001a, 0000080000" + "03, 00000000",
    "19, startScan,            001a, 0000080000" + "03, 00000000",
    "13, setConcentrator,      0010, 01f9ff0a002c0103031e, 00",
    "14, setConcentrator,      0010, 01f9ff0a002c0103031e, 00000000",
    "8,  getChildData,         004a, 00, 93" + "0000000000000000" + "04" + "ffff" + "000000",
    "9,  getChildData,         004a, 00, 93" + "0000000000000000" + "04" + "ffff" + "000000",
    "10, getChildData,         004a, 00, 93" + "0000000000000000" + "04ffff000000" + "00000000",
    "14, getChildData,         004a, 00, 17000000" + "000000000000000004ffff00000000000000",
    "13, setExtendedTimeout,   007e, 010203040506070801, ''",
    "14, setExtendedTimeout,   007e, 010203040506070801, 00000000",
    "13, getExtendedTimeout,   007f, 0102030405060708, 00",
    "14, getExtendedTimeout,   007f, 0102030405060708, 01000000",
    "13, lookupEui64ByNodeId,  0061, 3412, 01" + "0000000000000000",
    "14, lookupEui64ByNodeId,  0061, 3412, 01000000" + "0000000000000000",
    "13, setMulticastTableEntry, 0064, 0085030100, 00",
    "14, setMulticastTableEntry, 0064, 0085030100, 00000000",
    "8,  addTransientLinkKey,  00af, ffffffffffffffff5a6967426565416c6c69616e63653039, 00",
    "13, importTransientKey,   0111, ffffffffffffffff5a6967426565416c6c69616e6365303900, 00000000",
    "14, importTransientKey,   0111, ffffffffffffffff5a6967426565416c6c69616e63653039, 00000000",
    "13, setAddressTableRemoteEui64, 005c, 000102030405060708, 00",
    "13, getAddressTableRemoteEui64, 005e, 00, 0000000000000000",
    "14, setAddressTableInfo,  005c, 0001020304050607083412, 00000000",
    "14, getAddressTableInfo,  005e, 00, 00000000" + "ffff" + "0000000000000000",
    "9,  getTokenCount,        0100, '', 01",
    "17, getTokenCount,        0100, '', 01",
    "18, getTokenCount,        0100, '', 01000000",
    "14, getTokenInfo,         0101, 00, 00000000" + "2ae10100" + "0000" + "08" + "01",
    "19, getTokenInfo,         0101, 00, 00000000" + "2ae10100" + "0000" + "08000000" + "01",
    "9,  getTokenData,         0102, 2ae1010000000000, 00" + "08000000" + "ffffffffffffffff",
    "14, getTokenData,         0102, 2ae1010000000000, 00000000" + "08000000ffffffffffffffff",
    "14, getTokenData unknown, 0102, 0100000000000000, 2d000000",
    "14, getMaxMacRetries,     006a, '', 03000000",
    "14, launchStandaloneBootloader, 008f, 01, b5",
    "14, dGpSend, 00c6, 01010078563412785634120002008005e803, 00000000",
    "8,  getMfgToken custom EUI64, 000b, 0c, 08ffffffffffffffff",
    "14, setMfgToken,          000c, 0308010203040506" + "0708, 00000000"
  })
  void answersByTheByte(int version, String name, String id, String fields, String response)
      throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = connect(simulator, version)) {
      assertThat(host.command(Integer.parseInt(id, 16), fields)).isEqualTo(response);
    }
  }

  @ParameterizedTest(name = "frame {1} in version {0}")
  @CsvSource({
    "8,  0100",
    "8,  0104",
    "8, 010c",
    "8, 0111",
    "8, 0116",
    "8, 00ca",
    "8, 012f",
    "11, 0105",
    "11, 0114",
    "12, 0116",
    "12, 0118",
    "13, 006a",
    "13, 0066",
    "13, 006d",
    "13, 0071",
    "13, 0072",
    "13, 00af",
    "13, 00cc",
    "13, 00ce",
    "13, 00ca",
    "13, 011f",
    "13, 012f",
    "14, 0037",
    "14, 003a",
    "14, 005d",
    "14, 005f",
    "14, 0096",
    "14, 0062",
    "18, 006d",
    "19, 00af",
    "19, 0abc"
  })
  void refusesFramesThatTheVersionDoesNotHave(int version, String id) throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = connect(simulator, version)) {
      Octets response = host.rawCommand(Integer.parseInt(id, 16), "00");

      assertThat(response.slice(1, response.size())).isEqualTo(Octets.ofHex("8001 5800 31"));
    }
  }

  /** The layout of a stick's answers in a log of zigpy, with other keys. */
  @Test
  void tellsItsKeysInVersion8() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(8).start();
        EzspHost host = connect(simulator, 8)) {
      assertThat(host.command(0x006A, "03")).startsWith("b2");
      host.form();

      assertThat(host.command(0x006A, "03"))
          .isEqualTo(
              "00"
                  + "0300"
                  + "03"
                  + "000102030405060708090a0b0c0d0e0f"
                  + "00000000"
                  + "00000000"
                  + "00"
                  + "0000000000000000");
      assertThat(host.command(0x006A, "01"))
          .isEqualTo(
              "00"
                  + "1a00"
                  + "01"
                  + "11".repeat(16)
                  + "00000000"
                  + "00000000"
                  + "00"
                  + "010000feff142e84");
    }
  }

  @Test
  void keepsTheKeyTableInVersion8() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(8).start();
        EzspHost host = connect(simulator, 8)) {
      assertThat(host.command(0x0071, "00")).startsWith("b6").hasSize(2 * 37);
      assertThat(host.command(0x0072, "03" + ADDRESS + "01" + KEY)).isEqualTo("00");
      assertThat(host.command(0x0066, ADDRESS + "01" + "77".repeat(16))).isEqualTo("00");

      assertThat(host.command(0x0075, ADDRESS + "01")).isEqualTo("03");
      assertThat(host.command(0x0071, "03"))
          .isEqualTo("00" + "1e00" + "05" + "77".repeat(16) + "00".repeat(9) + ADDRESS);
      assertThat(host.command(0x0071, "0c")).startsWith("b1");
      assertThat(host.command(0x0072, "0c" + ADDRESS + "01" + KEY)).isEqualTo("b1");
    }
  }

  @Test
  void keepsTransientKeysInVersion8() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(8).start();
        EzspHost host = connect(simulator, 8)) {
      host.command(0x00AF, ADDRESS + KEY);

      assertThat(host.command(0x00CE, ADDRESS))
          .startsWith("00" + ADDRESS + KEY + "0800")
          .hasSize(2 * 29);
      assertThat(host.command(0x006D, "00")).startsWith("00" + ADDRESS + KEY);
      assertThat(host.command(0x006D, "01")).startsWith("03");
    }
  }

  /** The status came last, and went first with version 14. */
  @ParameterizedTest
  @CsvSource({"12", "13", "14", "18", "19"})
  void exportsKeysInTheOrderOfTheVersion(int version) throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = connect(simulator, version)) {
      String none = host.command(0x0114, context("01"));
      host.form();
      String key = "000102030405060708090a0b0c0d0e0f";

      assertThat(host.command(0x0114, context("01")))
          .isEqualTo(version < 14 ? key + "00000000" : "00000000" + key + context("01"));
      assertThat(none)
          .isEqualTo(
              version < 14
                  ? "00".repeat(16) + "2d000000"
                  : "2d000000" + "00".repeat(16) + context("01"));
    }
  }

  @ParameterizedTest
  @CsvSource({"13", "14", "19"})
  void exportsLinkKeysInTheOrderOfTheVersion(int version) throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = connect(simulator, version)) {
      assertThat(host.command(0x010E, "03" + ADDRESS + KEY)).isEqualTo("00000000");
      String metadata = "00".repeat(12);
      String with = "04" + "03" + "0000" + ADDRESS + "00" + "03" + "00000000";

      assertThat(host.command(0x010F, "03"))
          .isEqualTo(
              version < 14
                  ? ADDRESS + KEY + metadata + "00000000"
                  : "00000000" + with + KEY + metadata);
      assertThat(host.command(0x010D, ADDRESS))
          .isEqualTo(
              version < 14
                  ? KEY + "03" + metadata + "00000000"
                  : "00000000" + with + KEY + metadata);
      String asked = "04" + "00" + "0000" + ADDRESS + "00" + "00" + "00000000";
      assertThat(host.command(0x010C, asked))
          .isEqualTo(
              version < 14 ? ADDRESS + metadata + "00000000" : "00000000" + metadata + asked);
    }
  }

  @ParameterizedTest
  @CsvSource({"13", "14"})
  void exportsTransientKeysInTheOrderOfTheVersion(int version) throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = connect(simulator, version)) {
      host.command(0x0111, ADDRESS + KEY + (version < 14 ? "00" : ""));
      String context = "03" + "00" + "0000" + ADDRESS + "00" + "03" + "00000000";

      String byAddress = host.command(0x0113, ADDRESS);
      String byIndex = host.command(0x0112, "00");

      assertThat(byIndex).startsWith(version < 14 ? context + KEY : "00000000" + context + KEY);
      assertThat(byAddress).hasSize(2 * (18 + 16 + 12 + 4));
      assertThat(host.command(0x0112, "01")).matches(version < 14 ? ".*2d000000" : "2d000000.*");
    }
  }

  @ParameterizedTest
  @CsvSource({"13", "14"})
  void importsKeys(int version) throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = connect(simulator, version)) {
      assertThat(host.command(0x0115, context("02") + KEY))
          .isEqualTo("00000000" + (version < 14 ? "" : context("02")));

      assertThat(host.command(0x0114, context("02"))).contains(KEY);
      assertThat(host.command(0x0110, context("02"))).isEqualTo("00000000");
      assertThat(host.command(0x0110, context("01"))).isEqualTo("2d000000");
    }
  }

  /** A stick with EmberZNet 8.0, in a test of zigbee-herdsman. */
  @Test
  void sendsInVersion14() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(14).start();
        EzspHost host = connect(simulator, 14)) {
      host.form();

      assertThat(host.command(0x0034, "00dec9040106000101401100000003000301" + "0400"))
          .isEqualTo("00000000" + "01");
      assertThat(host.awaitCallback(0x003F).fields().toString())
          .isEqualTo("020c0000" + "00dec90401060001014011000001030000");
      // alias, destination, network sequence, radius and a tag of two bytes
      assertThat(
              host.command(
                  0x0036,
                  "feff"
                      + "fcff"
                      + "00"
                      + "0000360000000011000000"
                      + "1e"
                      + "0500"
                      + "03"
                      + "010000"))
          .isEqualTo("00000000" + "02");
      // hops, broadcast address, alias, network sequence and a tag of two bytes
      assertThat(
              host.command(
                  0x0038,
                  "0401060001ff0001850300"
                      + "0c"
                      + "fdff"
                      + "feff"
                      + "00"
                      + "0600"
                      + "03"
                      + "110100"))
          .isEqualTo("00000000" + "03");
    }
  }

  @Test
  void sendsWithAliasInVersion13() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(13).start();
        EzspHost host = connect(simulator, 13)) {
      host.form();

      assertThat(
              host.command(
                  0x0037,
                  "0100" + "fdff" + "07" + "e0a12100f2f20211000000" + "1e" + "42" + "03010203"))
          .isEqualTo("00" + "01");
      assertThat(
              host.command(
                  0x003A,
                  "e0a12100f2f20211840b00" + "0c" + "03" + "0100" + "07" + "43" + "03010203"))
          .isEqualTo("00" + "02");
    }
  }

  @Test
  void takesSourceRoutesInVersion8Only() throws Exception {
    for (int version : new int[] {8, 13}) {
      try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
          EzspHost host = connect(simulator, version)) {
        assertThat(host.command(0x00AE, "3412" + "02" + "11112222")).isEqualTo("00");

        assertThat(host.command(0x0003, "0234120000"))
            .isEqualTo("0001" + (version == 8 ? "06" : "00"));
      }
    }
  }

  @Test
  void tellsInTheHeaderThatCallbacksWait() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(14).start();
        EzspHost host = connect(simulator, 14)) {
      host.isNotReady();
      host.command(0x001A, "00" + "00f8ff07" + "03");

      Octets response = host.rawCommand(0x0005, "");

      assertThat(response.at(1)).isEqualTo(0x84);
    }
  }
}
