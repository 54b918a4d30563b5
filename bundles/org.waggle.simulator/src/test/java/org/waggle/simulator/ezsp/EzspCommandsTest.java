package org.waggle.simulator.ezsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.Simulator;
import org.waggle.simulator.TestJson;
import org.waggle.zcl.Octets;

/** Each frame of EZSP 13 as bytes (UG100, and what two hosts were seen to read). */
class EzspCommandsTest {

  private Simulator simulator;
  private EzspHost host;

  @BeforeEach
  void start() throws Exception {
    simulator = Simulator.builder().start();
    host = EzspHost.connected(simulator.ezspPort());
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
    simulator.close();
  }

  @Test
  void answersALegacyVersionCommandInTheLegacyFormat() throws Exception {
    host.reset();

    assertThat(host.frame(Octets.ofHex("00000004"))).isEqualTo(Octets.ofHex("0080000d024074"));
  }

  @Test
  void answersAnExtendedVersionCommandInTheExtendedFormat() throws Exception {
    host.reset();

    assertThat(host.frame(Octets.ofHex("070001 0000 0d")))
        .isEqualTo(Octets.ofHex("078001 0000 0d024074"));
  }

  @Test
  void refusesCommandsBeforeTheVersionIsAgreedOn() throws Exception {
    host.reset();

    assertThat(host.frame(Octets.ofHex("010001 2600"))).isEqualTo(Octets.ofHex("018001 5800 30"));
  }

  @ParameterizedTest
  @CsvSource({"006a", "0071", "0072", "00af", "00ce", "006d", "0066", "0abc"})
  void refusesFramesThatVersion13DoesNotHave(String id) throws Exception {
    Octets response = host.rawCommand(Integer.parseInt(id, 16), "00");

    assertThat(response.slice(1, response.size())).isEqualTo(Octets.ofHex("8001 5800 31"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "addEndpoint,               0002, 0104010001000102000005000600, 00",
    "getExtendedValue unregistered, 0003, 00f2000000, 37020000",
    "nop,                       0005, '', ''",
    "setConcentrator,           0010, 01f9ff0a002c0103031e, 00",
    "setManufacturerCode,       0015, 4910, ''",
    "networkInit unformed,      0017, 0300, 93",
    "networkInit without bits,  0017, '', 93",
    "networkState,              0018, '', 00",
    "leaveNetwork unformed,     0020, '', 93",
    "getEui64,                  0026, '', 010000feff142e84",
    "getNodeId,                 0027, '', feff",
    "getNetworkParameters,      0028, ''," + " 93000000000000000000ffff00000000000000000000",
    "maximumPayloadLength,      0033, '', 52",
    "sendManyToOneRouteRequest, 0041, f8ff00, 00",
    "getConfigurationValue,     0052, 1e, 000c00",
    "setConfigurationValue,     0053, 190200, 00",
    "setPolicy,                 0055, 0003, 00",
    "getPolicy,                 0056, 00, 0001",
    "setSourceRouteDiscoveryMode, 005a, 02, ffffffff",
    "lookupNodeIdByEui64,       0060, 0102030405060708, ffff",
    "lookupEui64ByNodeId,       0061, 3412, 010000000000000000",
    "getMulticastTableEntry,    0063, 00, 0000000000",
    "setMulticastTableEntry,    0064, 0085030100, 00",
    "setMulticastTableEntry outside, 0064, 4085030100, b1",
    "getCurrentSecurityState,   0069, '', 930000010000feff142e84",
    "clearTransientLinkKeys,    006b, '', ''",
    "neighborCount,             007a, '', 00",
    "setExtendedTimeout,        007e, 010203040506070801, ''",
    "echo,                      0081, 03aabbcc, 03aabbcc",
    "getStandaloneBootloaderVersion, 0091, '', ffff000000",
    "setRadioPower,             0099, 05, 00",
    "getValue version,          00aa, 11, 00070000070404" + "00aa",
    "getValue CCA,              00aa, 15, 0001b5",
    "getValue unknown,          00aa, 66, 3700",
    "setValue,                  00ab, 07" + "0101, 00",
    "clearKeyTable,             00b1, '', 00",
    "setLogicalAndRadioChannel, 00b9, 0b, 00",
    "sendRawMessage,            0051, 03aabbcc0101, 00",
    "importTransientKey,        0111, ffffffffffffffff5a6967426565416c6c69616e6365303900,"
        + " 00000000",
    "exportKey without one,     0114, 010000000000000000000000000000000000,"
        + " 000000000000000000000000000000002d000000",
    "getNetworkKeyInfo,         0116, '', 000000000000000000000000",
    "getChildData,              004a, 00, 93000000000000000004ffff00000000000000",
    "permitJoining unformed,    0022, 3c, 93"
  })
  void answersByTheByte(String name, String id, String fields, String response) throws Exception {
    assertThat(host.command(Integer.parseInt(id, 16), fields)).isEqualTo(response);
  }

  @Test
  void sendsAllCounters() throws Exception {
    assertThat(host.command(0x0065, "")).isEqualTo("0000".repeat(42));
    assertThat(host.command(0x00F1, "")).isEqualTo("0000".repeat(42));
  }

  @Test
  void refusesToRegisterAnEndpointTwice() throws Exception {
    assertThat(host.command(0x0002, "010401000100" + "0000")).isEqualTo("00");
    assertThat(host.command(0x0002, "010401000100" + "0000")).isEqualTo("37");
    assertThat(host.command(0x0003, "0001000000")).isEqualTo("00020100");
  }

  @Test
  void keepsConfigurationUntilItIsReset() throws Exception {
    host.command(0x0053, "1e2000");
    assertThat(host.command(0x0052, "1e")).isEqualTo("002000");

    host.reset();
    host.command(0x0000, "0d");

    assertThat(host.command(0x0052, "1e")).isEqualTo("000c00");
  }

  @Test
  void formsANetworkAndTellsWhenItIsUp() throws Exception {
    host.form();

    assertThat(host.command(0x0018, "")).isEqualTo("02");
    assertThat(host.command(0x0027, "")).isEqualTo("0000");
    assertThat(host.command(0x0028, "")).isEqualTo("0001dddddddddddddddd621a050b0000000000f8ff07");
    assertThat(host.command(0x0114, "01" + "00".repeat(17)))
        .isEqualTo("000102030405060708090a0b0c0d0e0f00000000");
    assertThat(host.command(0x0114, "02" + "00".repeat(17)))
        .isEqualTo("11".repeat(16) + "00000000");
    assertThat(host.command(0x001E, "00".repeat(20))).isEqualTo("70");
  }

  @Test
  void resumesTheNetworkAfterAReset() throws Exception {
    host.form();
    host.reset();
    host.command(0x0000, "0d");

    assertThat(host.command(0x0018, "")).isEqualTo("00");
    assertThat(host.command(0x0017, "0300")).isEqualTo("00");
    host.awaitStatus(0x90);
    assertThat(host.command(0x0028, "")).startsWith("0001dddddddddddddddd621a");
  }

  @Test
  void leavesTheNetworkForGood() throws Exception {
    host.form();

    assertThat(host.command(0x0020, "")).isEqualTo("00");
    host.awaitStatus(0x91);
    assertThat(host.command(0x0017, "")).isEqualTo("93");
  }

  @Test
  void tellsWhenJoiningIsOpenedAndClosed() throws Exception {
    host.form();

    assertThat(host.command(0x0022, "3c")).isEqualTo("00");
    host.awaitStatus(0x9C);
    assertThat(host.command(0x0022, "00")).isEqualTo("00");
    host.awaitStatus(0x9D);
  }

  @Test
  void keepsLinkKeys() throws Exception {
    String address = "0102030405060708";
    assertThat(host.command(0x010E, "03" + address + "77".repeat(16))).isEqualTo("00000000");

    assertThat(host.command(0x010F, "03"))
        .isEqualTo(address + "77".repeat(16) + "00".repeat(12) + "00000000");
    assertThat(host.command(0x010F, "04"))
        .isEqualTo("00".repeat(8) + "00".repeat(16) + "00".repeat(12) + "2d000000");
    assertThat(host.command(0x0076, "03")).isEqualTo("00");
    assertThat(host.command(0x010F, "03")).endsWith("2d000000");
  }

  @Test
  void findsNoiseOnTheChannelsItScans() throws Exception {
    assertThat(host.command(0x001A, "00" + "00080000" + "03")).isEqualTo("00000000");

    assertThat(host.awaitCallback(0x0048).fields().at(0)).isEqualTo(11);
    assertThat(host.awaitCallback(0x001C).fields()).isEqualTo(Octets.ofHex("1a00"));
  }

  @Test
  void refusesToSendWhileThereIsNoNetwork() throws Exception {
    assertThat(host.command(0x0034, "00" + "3412" + "00".repeat(11) + "01" + "00"))
        .isEqualTo("9100");
    assertThat(host.command(0x0036, "fcff" + "00".repeat(11) + "0c" + "01" + "00"))
        .isEqualTo("9100");
    assertThat(host.command(0x0038, "00".repeat(11) + "0c" + "03" + "01" + "00")).isEqualTo("9100");
  }

  @Test
  void answersForItself() throws Exception {
    host.register();
    host.form();

    host.send(0, 0, 0x0005, 0, "110000");
    assertThat(host.awaitMessage(0x8005).payload().toString()).isEqualTo("11" + "000000" + "0101");
    host.send(0, 0, 0x0004, 0, "12000001");
    assertThat(host.awaitMessage(0x8004).payload().toString())
        .isEqualTo(
            "12"
                + "000000"
                + "10"
                + "01"
                + "0401"
                + "0500"
                + "00"
                + "02"
                + "00000600"
                + "02"
                + "06000a00");
    host.send(0, 0, 0x0002, 0, "130000");
    assertThat(host.awaitMessage(0x8002).payload().toString())
        .isEqualTo(
            "13" + "000000" + "00" + "40" + "8f" + "0000" + "52" + "5200" + "412c" + "5200" + "00");
    host.send(0, 0, 0x0031, 0, "1400");
    assertThat(host.awaitMessage(0x8031).payload().toString()).isEqualTo("14" + "00" + "000000");
  }

  @Test
  void opensJoiningOnAManagementRequestToItself() throws Exception {
    host.form();
    host.send(0, 0, 0x0036, 0, "15" + "3c" + "01");

    assertThat(host.awaitMessage(0x8036).payload().toString()).isEqualTo("15" + "00");
    assertThat(
            simulator
                .control(TestJson.of("{'op':'network'}"))
                .toCompletableFuture()
                .get()
                .get("open")
                .getAsBoolean())
        .isTrue();
  }

  @Test
  void takesAReplyWithTheTagThatSomeHostsAdd() throws Exception {
    host.form();
    String aps = "0401" + "0600" + "0101" + "0000" + "0000" + "00";

    assertThat(host.command(0x0039, "3412" + aps + "03" + "180001")).isEqualTo("00");
    assertThat(host.command(0x0039, "3412" + aps + "42" + "03" + "180001")).isEqualTo("00");
  }
}
