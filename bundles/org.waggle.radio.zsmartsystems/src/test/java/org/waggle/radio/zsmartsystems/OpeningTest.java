package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.zsmartsystems.Stages.await;
import static org.waggle.radio.zsmartsystems.Stages.reason;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

class OpeningTest {

  private final Heard heard = new Heard();
  private final ZsmartsystemsRadios provider = new ZsmartsystemsRadios(new MachinePorts());
  private ZigbeeRadio radio;

  @AfterEach
  void close() {
    radio.close();
  }

  @Test
  void tellsFirmwareAsZigbee2mqttDoes() throws Exception {
    try (ScriptedNcp ncp = new ScriptedNcp()) {
      CoordinatorInfo info = await(open(ncp).open());

      assertThat(info.ieeeAddress()).isEqualTo(new IeeeAddress(0x00124B0001020304L));
      assertThat(info.type()).isEqualTo("EmberZNet");
      assertThat(info.meta())
          .containsExactly(
              Map.entry("ezsp", 13),
              Map.entry("revision", "7.4.4 [GA]"),
              Map.entry("build", 440),
              Map.entry("major", 7),
              Map.entry("minor", 4),
              Map.entry("patch", 4),
              Map.entry("special", 0),
              Map.entry("type", 170));
    }
  }

  @Test
  void configuresCoordinatorAsZigbee2mqttDoes() throws Exception {
    try (ScriptedNcp ncp = new ScriptedNcp()) {
      await(open(ncp).open());

      assertThat(ncp.parametersOf(0x53))
          .containsExactlyInAnyOrder(
              Octets.ofHex("19 0200"),
              Octets.ofHex("12 001e"),
              Octets.ofHex("10 1e00"),
              Octets.ofHex("2d 0100"),
              Octets.ofHex("0c 0200"),
              Octets.ofHex("0d 0500"),
              Octets.ofHex("11 2000"),
              Octets.ofHex("13 0800"),
              Octets.ofHex("36 2c01"));
      assertThat(ncp.parametersOf(0x55))
          .contains(
              Octets.of(0x01, 0x12),
              Octets.of(0x04, 0x40),
              Octets.of(0x05, 0x51),
              Octets.of(0x06, 0x60),
              Octets.of(0x00, 0x03));
      assertThat(ncp.parametersOf(0xAB))
          .containsExactly(Octets.ofHex("43 02 1027"), Octets.ofHex("15 01 00"));
      assertThat(ncp.parametersOf(0x15)).containsExactly(Octets.ofHex("4910"));
    }
  }

  @Test
  void registersEndpointsAndGroupsAsZigbee2mqttDoes() throws Exception {
    try (ScriptedNcp ncp = new ScriptedNcp()) {
      await(open(ncp).open());

      assertThat(ncp.parametersOf(0x02))
          .containsExactly(
              Octets.ofHex(
                  """
                  01 0401 6500 01 07 12
                  0000 0300 0600 0800 0a00 1900 0003
                  0000 0300 0400 0500 0600 0800 2000 0003 0004 0204 0504 0604 0005 0207 010b 030b
                  040b 0010
                  """),
              Octets.ofHex("f2 e0a1 6600 01 01 01 2100 2100"));
      assertThat(ncp.parametersOf(0x64))
          .containsExactly(
              Octets.ofHex("00 0000 01 00"),
              Octets.ofHex("01 8503 01 00"),
              Octets.ofHex("02 840b f2 00"));
    }
  }

  @Test
  void beginsWithLegacyVersionEvenAfterAnotherRadio() throws Exception {
    try (ScriptedNcp first = new ScriptedNcp();
        ScriptedNcp second = new ScriptedNcp();
        ZigbeeRadio other = provider.create(RadioSettings.on(first.port()), new Heard())) {
      await(other.open());
      await(open(second).open());

      assertThat(first.everExtendedFirst()).isFalse();
      assertThat(second.everExtendedFirst()).isFalse();
      assertThat(await(other.networkKey()).size()).isEqualTo(16);
      assertThat(await(radio.networkKey()).size()).isEqualTo(16);
    }
  }

  @Test
  void isReadyWithoutTheLibrarysHoldOff() throws Exception {
    try (ScriptedNcp warm = new ScriptedNcp();
        ZigbeeRadio first = provider.create(RadioSettings.on(warm.port()), new Heard());
        ScriptedNcp ncp = new ScriptedNcp()) {
      await(first.open());
      long start = System.nanoTime();

      await(open(ncp).open());

      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_250));
    }
  }

  @Test
  void refusesOlderFirmware() throws Exception {
    try (ScriptedNcp ncp = new ScriptedNcp(8)) {
      assertThatThrownBy(() -> await(open(ncp).open()))
          .cause()
          .satisfies(reason(Reason.FIRMWARE_UNSUPPORTED))
          .hasMessage(
              "The coordinator on %s speaks EZSP 8, but this adapter needs EZSP 13: its firmware must be updated to EmberZNet 7.4",
              ncp.port());
    }
  }

  @Test
  void refusesNewerFirmwareWithoutHarmToOtherRadios() throws Exception {
    try (ScriptedNcp good = new ScriptedNcp();
        ZigbeeRadio other = provider.create(RadioSettings.on(good.port()), new Heard());
        ScriptedNcp ncp = new ScriptedNcp(14)) {
      await(other.open());

      assertThatThrownBy(() -> await(open(ncp).open()))
          .cause()
          .satisfies(reason(Reason.FIRMWARE_UNSUPPORTED))
          .hasMessageContaining("speaks EZSP 14");

      assertThat(await(other.networkKey()).size()).isEqualTo(16);
      assertThat(ncp.commands()).hasSize(1);
    }
  }

  @Test
  void namesPortThatNobodyListensOn() throws Exception {
    ScriptedNcp gone = new ScriptedNcp();
    gone.close();

    assertThatThrownBy(() -> await(open(gone).open()))
        .cause()
        .satisfies(reason(Reason.PORT_UNAVAILABLE))
        .hasMessageStartingWith("Cannot connect to " + gone.port());
  }

  @Test
  void explainsMalformedTcpPort() {
    radio = provider.create(RadioSettings.on("tcp://nohost"), heard);

    assertThatThrownBy(() -> await(radio.open()))
        .cause()
        .satisfies(reason(Reason.PORT_UNAVAILABLE))
        .hasMessage("'tcp://nohost' is not tcp://host:port");
  }

  @Test
  void namesMissingSerialPort() {
    radio =
        provider.create(
            new RadioSettings(
                "/dev/ttyNONE7", OptionalInt.empty(), FlowControl.AUTO, OptionalInt.empty()),
            heard);

    assertThatThrownBy(() -> await(radio.open()))
        .cause()
        .satisfies(reason(Reason.PORT_UNAVAILABLE))
        .hasMessageMatching(
            "Serial port /dev/ttyNONE7 does not exist; there (are /.*|is no serial port at all)");
  }

  private ZigbeeRadio open(ScriptedNcp ncp) {
    radio = provider.create(RadioSettings.on(ncp.port()), heard);
    return radio;
  }
}
