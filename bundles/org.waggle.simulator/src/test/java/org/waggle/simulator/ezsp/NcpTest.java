package org.waggle.simulator.ezsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.simulator.Bench;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.Simulator;
import org.waggle.simulator.TestJson;
import org.waggle.simulator.memory.Memory;

/** What a coordinator does besides answering. */
class NcpTest {

  private static JsonObject sleeper() {
    return TestJson.of(
        "{'name':'it','ieee':'0x0011223344556677','networkAddress':'0x1234','type':'endDevice',"
            + "'sleep':{'afterJoining':0,'afterSending':0},"
            + "'endpoints':[{'id':1,'input':{'genBasic':{'zclVersion':3}}}]}");
  }

  private static void report(Bench bench) throws Exception {
    bench.control("{'op':'report','device':'it','cluster':'genBasic','attributes':['zclVersion']}");
  }

  @ParameterizedTest
  @CsvSource({"8, 3412", "13, 341201", "19, 341201"})
  void tellsOfPollsIfTheHostWantsToKnow(int version, String poll) throws Exception {
    try (Bench bench = Bench.ofVersion(version)) {
      bench.join(sleeper());
      bench.host.awaitMessage(0x0013);
      bench.host.command(0x0055, "0331");
      bench.host.send(0x1234, 0x0104, 0, 1, "00 11 00 0000");

      bench.control("{'op':'awake','device':'it','seconds':1}");

      assertThat(bench.host.awaitCallback(0x0044).fields().toString()).isEqualTo(poll);
      assertThat(bench.host.awaitMessage(0).payload().toString()).startsWith("181101");
    }
  }

  @Test
  void givesUpMessagesForSleepersAfterTheConfiguredTime() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sleeper());
      bench.host.awaitMessage(0x0013);
      bench.host.command(0x0053, "12" + "3200"); // indirect transmission timeout: 50 ms

      assertThat(bench.host.unicast(0x1234, 0x0104, 0, 1, "00 11 00 0000")).isEqualTo(0x66);
    }
  }

  @Test
  void tellsWhichChildrenComeAndGo() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sleeper());

      assertThat(bench.host.awaitCallback(0x0023).fields().toString())
          .isEqualTo("00" + "01" + "3412" + "7766554433221100" + "04");
      bench.control("{'op':'leave','device':'it'}");
      assertThat(bench.host.awaitCallback(0x0023).fields().toString())
          .isEqualTo("00" + "00" + "3412" + "7766554433221100" + "04");
    }
  }

  @Test
  void sendsARouteRecordAfterEachRouteRequest() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(Bench.router("{'genBasic':{'zclVersion':3}}"));
      bench.join(
          TestJson.of(
              "{'name':'relay','ieee':'0x0000000000000001','networkAddress':'0x4321',"
                  + "'endpoints':[{'id':1,'input':{'genBasic':{}}}]}"));
      bench.host.command(0x0010, "01" + "f9ff" + "0a00" + "2c01" + "03031e");
      String record = "3412" + "7766554433221100" + "b4" + "c9";

      report(bench);
      assertThat(bench.host.awaitCallback(0x0059).fields().toString()).isEqualTo(record + "00");
      report(bench);
      bench.host.command(0x0041, "f9ff" + "1e");
      bench.control("{'op':'route','device':'it','relays':['relay']}");
      assertThat(bench.host.awaitCallback(0x0059).fields().toString()).endsWith("01" + "2143");
      report(bench);
      assertThat(bench.host.awaitCallback(0x0059).fields().toString())
          .isEqualTo(record + "01" + "2143");

      assertThat(bench.host.command(0x0003, "0234120000")).isEqualTo("0001" + "04");
    }
  }

  @Test
  void countsAndTellsWhenACounterBeginsAgain() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(Bench.router("{'genBasic':{'zclVersion':3}}"));
      bench.host.awaitMessage(0x0013);
      bench.host.command(0x00AB, "1900"); // clear
      report(bench);
      assertThat(bench.host.command(0x00F1, "").substring(32, 36)).isEqualTo("0100");

      bench.host.command(0x00AB, "17" + "03" + "08" + "0200"); // unicasts received: 2
      report(bench);
      report(bench);

      assertThat(bench.host.awaitCallback(0x00F2).fields().toString()).isEqualTo("08");
      assertThat(bench.host.command(0x0065, "").substring(32, 36)).isEqualTo("0000");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 13, 14, 19})
  void hasTheAddressThatWasWrittenAfterAReset(int version) throws Exception {
    Memory memory = Memory.volatileMemory();
    String success = version < 14 ? "00" : "00000000";
    try (Simulator simulator = Simulator.builder().memory(memory).ezspVersion(version).start();
        EzspHost host = EzspHost.connected(simulator.ezspPort(), version)) {
      assertThat(host.command(0x000C, "0c" + "08" + "0102030405060708")).isEqualTo(success);
      assertThat(host.command(0x0026, "")).isEqualTo("010000feff142e84");
      host.reset();
      host.agree();

      assertThat(host.command(0x0026, "")).isEqualTo("0102030405060708");
      assertThat(host.command(0x000C, "0c" + "08" + "1111111111111111")).isNotEqualTo(success);
    }
    try (Simulator simulator = Simulator.builder().memory(memory).ezspVersion(version).start();
        EzspHost host = EzspHost.connected(simulator.ezspPort(), version)) {
      assertThat(host.command(0x0026, "")).isEqualTo("0102030405060708");
      assertThat(host.command(0x000B, "0c")).isEqualTo("080102030405060708");
    }
  }

  @Test
  void hasTheRestoredAddressAsOftenAsItIsWritten() throws Exception {
    try (Simulator simulator = Simulator.builder().ezspVersion(14).start();
        EzspHost host = EzspHost.connected(simulator.ezspPort(), 14)) {
      for (String address : new String[] {"0102030405060708", "1112131415161718"}) {
        assertThat(host.command(0x0103, "2ae10100" + "00000000" + "08000000" + address))
            .isEqualTo("00000000");
        host.reset();
        host.agree();
        assertThat(host.command(0x0026, "")).isEqualTo(address);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8403, 0", "8413, 4096"})
  void keepsTheFrameCounterIfToldTo(String mask, long counter) throws Exception {
    try (Simulator simulator = Simulator.builder().start();
        EzspHost host = EzspHost.connected(simulator.ezspPort())) {
      host.command(0x00AB, "23" + "04" + "00100000");
      host.command(0x0068, mask + "11".repeat(16) + "22".repeat(16) + "05" + "00".repeat(8));
      host.command(0x001E, "dddddddddddddddd621a050b00000000" + "00f8ff07");

      String info = host.command(0x0116, "");

      assertThat(info).startsWith("00000000" + "0100" + "0500");
      assertThat(info).endsWith(counter == 0 ? "00000000" : "00100000");
      assertThat(host.command(0x00AB, "23" + "04" + "00200000")).isEqualTo("38");
    }
  }

  @Test
  void refusesToFormWithoutKeys() throws Exception {
    try (Simulator simulator = Simulator.builder().start();
        EzspHost host = EzspHost.connected(simulator.ezspPort())) {
      assertThat(host.command(0x001E, "dddddddddddddddd621a050b0000000000f8ff07")).isEqualTo("a8");
    }
  }

  @Test
  void forgetsItsNetworkWhenItIsErased() throws Exception {
    for (int version : new int[] {8, 14}) {
      try (Bench bench = Bench.ofVersion(version)) {
        bench.host.command(version == 8 ? 0x00CC : 0x0077, version == 8 ? "" : "0000");
        bench.host.awaitStatus(version == 8 ? 0x91 : 0x16);

        assertThat(bench.host.command(0x0017, "0000")).isEqualTo(version == 8 ? "93" : "17000000");
      }
    }
  }

  @Test
  void speaksGreenPower() throws Exception {
    try (Bench bench = Bench.ofVersion(16)) {
      bench.control(
          "{'op':'green_power','source':'0x12345678','command':'0xe0','payload':'028100',"
              + "'sequence':7,'lqi':200}");
      assertThat(bench.host.awaitCallback(0x00C5).fields().toString())
          .startsWith("00c807" + "00" + "78563412".repeat(2) + "00")
          .contains("e0" + "00000000" + "ff" + "03028100");

      bench.host.command(
          0x00C6, "01" + "00" + "00" + "78563412".repeat(2) + "00" + "e1" + "0105" + "2a" + "e803");

      assertThat(bench.host.awaitCallback(0x00C7).fields().toString()).isEqualTo("00000000" + "2a");
      assertThat(bench.control("{'op':'sent'}").getAsJsonArray("greenPower").get(0).getAsString())
          .isEqualTo("00" + "78563412".repeat(2) + "00" + "e1" + "05");
    }
  }

  @Test
  void keepsTheSinkTable() throws Exception {
    try (Bench bench = Bench.open()) {
      String address = "00" + "78563412".repeat(2) + "00";
      assertThat(bench.host.command(0x00DE, address)).isEqualTo("ff");

      assertThat(bench.host.command(0x00E1, address)).isEqualTo("00");

      assertThat(bench.host.command(0x00DE, address)).isEqualTo("00");
      assertThat(bench.host.command(0x00DD, "00")).startsWith("00" + "ff" + "0000" + address);
      bench.host.command(0x00E0, "00");
      assertThat(bench.host.command(0x0118, "")).isEqualTo("00");
    }
  }

  @Test
  void speaksOutsideOfItsNetwork() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.host.command(0x00B9, "0f");
      bench.host.command(0x0051, "03" + "aabbcc" + "01" + "01");
      bench.host.awaitCallback(0x0098);

      JsonObject sent = bench.control("{'op':'sent'}");
      assertThat(sent.get("channel").getAsInt()).isEqualTo(15);
      assertThat(sent.getAsJsonArray("raw").get(0).getAsString()).isEqualTo("aabbcc");

      bench.control("{'op':'touchlink','frame':'0102','lqi':200}");
      assertThat(bench.host.awaitCallback(0x0046).fields().toString())
          .isEqualTo("00" + "01" + "c8ce" + "020102");
    }
  }

  @Test
  void answersLateIfToldTo() throws Exception {
    try (Bench bench = Bench.open()) {
      long begin = System.nanoTime();

      assertThat(bench.host.command(0x009D, "5000")).isEmpty();

      assertThat(System.nanoTime() - begin).isGreaterThan(80_000_000);
    }
  }

  @Test
  void givesContentsBackIfThePolicySaysSo() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.host.command(0x0055, "0441");
      bench.host.send(0x7777, 0x0104, 0, 1, "00 11 00 0000");

      assertThat(bench.host.awaitCallback(0x003F).fields().toString())
          .endsWith("66" + "05" + "0011000000");
    }
  }
}
