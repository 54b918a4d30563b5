package org.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.zcl.Octets;

/** The same story in all versions of EZSP. */
class VersionsTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
  void formsANetworkThatDevicesJoinAndAnswerOn(int version) throws Exception {
    try (Bench bench = Bench.ofVersion(version)) {
      int device =
          bench.join(Bench.router("{'genBasic':{'zclVersion':3},'genGroups':{},'genOnOff':{}}"));
      bench.host.awaitCallback(0x0024);
      bench.host.awaitMessage(0x0013);

      assertThat(bench.host.zcl(device, 0, "00 11 00 0000")).isEqualTo("18110100000020" + "03");
      assertThat(bench.host.unicast(device, 0x0104, 6, 1, "11 02 01")).isZero();
      assertThat(bench.host.unicast(0x7777, 0x0104, 6, 1, "11 03 01"))
          .isEqualTo(version < 14 ? 0x66 : 0x0C02);
      bench.host.multicast(901, 0x0006, "11 04 00");
      EzspHost.Message loopback = bench.host.awaitMessage(0x0006);
      assertThat(loopback.type()).isEqualTo(3);
      assertThat(loopback.payload()).isEqualTo(Octets.ofHex("110400"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 13, 14, 19})
  void resumesTheNetworkAfterAReset(int version) throws Exception {
    try (Bench bench = Bench.ofVersion(version)) {
      bench.host.reset();
      bench.host.agree();

      String success = version < 14 ? "00" : "00000000";
      assertThat(bench.host.command(0x0017, "0000")).isEqualTo(success);
      bench.host.awaitStatus(version < 14 ? 0x90 : 0x15);
      assertThat(bench.host.command(0x0028, "")).startsWith(success + "01dddddddddddddddd621a");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 20, 99})
  void saysThatItHasAVersionThatNoHostKnows(int version) throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(version).start();
        EzspHost host = new EzspHost(simulator.ezspPort())) {
      host.reset();

      Octets response = host.frame(Octets.ofHex("00000004"));

      assertThat(response.slice(0, 5)).isEqualTo(Octets.of(0x00, 0x80, 0x00, version, 0x02));
    }
  }
}
