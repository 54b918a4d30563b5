package org.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.simulator.ash.AshFrame;
import org.waggle.zcl.Octets;

class SimulatorTest {

  private static final int BASIC = 0x0000;
  private static final int TEMPERATURE = 0x0402;

  /** They restart the NCP, or let it wait before it answers. */
  private static final Set<Integer> EXCEPTIONAL = Set.of(0x0000, 0x0104, 0x009D);

  private static JsonObject sensor(int number) {
    return TestJson.of(
        "{'name':'s"
            + number
            + "','ieee':'0x000000000000000"
            + number
            + "','endpoints':[{'id':1,'input':{'genBasic':{'zclVersion':3},"
            + "'msTemperatureMeasurement':{'measuredValue':0}}}]}");
  }

  @Test
  void resumesEverythingAfterARestart(@TempDir Path directory) throws Exception {
    JsonObject description =
        Bench.router("{'genBasic':{},'genGroups':{},'genScenes':{},'genOnOff':{}}");
    int address;
    try (Bench bench = Bench.of(Simulator.builder().directory(directory))) {
      address = bench.join(description);
      bench.host.zcl(address, 0x0004, "01 01 00 0700 00");
      bench.host.zcl(address, 0x0005, "01 02 04 0700 03");
      bench.host.zcl(address, 0x0006, "01 03 01");
      bench.host.zcl(address, 0x0006, "00 04 06 00 0000 10 0100 100e");
      bench.host.send(
          address,
          0,
          0x0021,
          0,
          "01" + "7766554433221100" + "01" + "0600" + "03" + "010000feff142e84" + "01");
      bench.host.awaitMessage(0x8021);
    }

    try (Simulator simulator =
            Simulator.builder().directory(directory).device(description).start();
        EzspHost host = EzspHost.connected(simulator.ezspPort())) {
      host.register();
      assertThat(host.command(0x0017, "")).isEqualTo("00");
      host.awaitStatus(0x90);

      assertThat(host.command(0x0028, "")).startsWith("0001dddddddddddddddd621a");
      assertThat(host.zcl(address, 0x0004, "01 05 02 00")).isEqualTo("1905020f010700");
      assertThat(host.zcl(address, 0x0005, "01 06 06 0700")).isEqualTo("190606000f07000103");
      assertThat(host.zcl(address, 0x0006, "00 07 00 0000")).isEqualTo("18070100000010" + "01");
      assertThat(host.zcl(address, 0x0006, "00 08 08 00 0000"))
          .isEqualTo("180809" + "0000" + "0000" + "10" + "0100" + "100e");
      host.send(address, 0, 0x0033, 0, "0900");
      assertThat(host.awaitMessage(0x8033).payload().toString()).startsWith("0900010001");
    }
  }

  @Test
  void beginsWithAFormedNetworkAndItsMembers() throws Exception {
    FormedNetwork network =
        new FormedNetwork(
            15,
            0x1A62,
            Octets.ofHex("dddddddddddddddd"),
            Octets.ofHex("000102030405060708090a0b0c0d0e0f"));

    try (Simulator simulator = Simulator.builder().crowd(8).formed(network).joined(true).start();
        EzspHost host = EzspHost.connected(simulator.ezspPort())) {
      host.register();
      assertThat(host.command(0x0017, "")).isEqualTo("00");
      host.awaitStatus(0x90);

      assertThat(host.command(0x0028, "")).startsWith("0001dddddddddddddddd621a050f");
      assertThat(host.zcl(0x1000, 0x0006, "00 01 00 0000")).isEqualTo("18010100000010" + "00");
      assertThat(host.command(0x0060, "030000aa004b1200")).isEqualTo("0310");
    }
  }

  @Test
  void gives5000ReportsToTheHostInOrder() throws Exception {
    try (Bench bench = Bench.open()) {
      int first = bench.join(sensor(1));
      bench.join(sensor(2));
      CompletableFuture<JsonObject> flood =
          bench
              .simulator
              .control(TestJson.of("{'op':'flood','device':['s1','s2'],'count':5000}"))
              .toCompletableFuture();

      List<String> reported = new ArrayList<>();
      for (int i = 0; i < 5000; i++) {
        EzspHost.Message message = bench.host.awaitMessage(TEMPERATURE);
        if (message.sender() == first) {
          String payload = message.payload().toString();
          reported.add(payload.substring(14, 16) + payload.substring(12, 14));
        }
      }

      assertThat(reported).hasSize(2500).isSorted().doesNotHaveDuplicates();
      assertThat(flood.get(20, TimeUnit.SECONDS).get("acknowledged").getAsInt()).isEqualTo(5000);
    }
  }

  @Test
  void floodsAtARateIfToldTo() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sensor(1));

      JsonObject reply = bench.control("{'op':'flood','device':'s1','count':50,'perSecond':500}");

      assertThat(reply.get("milliseconds").getAsInt()).isBetween(90, 5000);
    }
  }

  @Test
  void replacesAHostByTheNext() throws Exception {
    try (Bench bench = Bench.open();
        EzspHost next = EzspHost.connected(bench.simulator.ezspPort())) {
      assertThat(next.command(0x0018, "")).isEqualTo("00");
      assertThat(next.command(0x0017, "")).isEqualTo("00");
    }
  }

  @Test
  void survivesALineThatDamagesAndLosesFrames() throws Exception {
    try (Bench bench = Bench.open()) {
      int device = bench.join(sensor(1));
      bench.control("{'op':'corrupt','direction':'to_host','count':2}");
      bench.control("{'op':'nak'}");
      bench.control("{'op':'resend'}");

      assertThat(bench.host.zcl(device, BASIC, "00 11 00 0000")).isEqualTo("18110100000020" + "03");
    }
  }

  @Test
  void restartsAndFailsInMidSession() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'reset','code':2}");
      assertThat(bench.host.awaitReset()).isEqualTo(new AshFrame.ResetAck(2, 2));

      bench.control("{'op':'fail','code':81}");
      assertThat(bench.host.awaitReset()).isEqualTo(new AshFrame.Error(2, 81));
      assertThat(bench.host.reset()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
    }
  }

  @Test
  void refusesMoreMessagesThanConfiguredIfToldTo() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'latency','milliseconds':200}");
      bench.control("{'op':'limit_messages'}");
      bench.host.command(0x0053, "030100");
      bench.host.send(0x7777, 0x0104, BASIC, 1, "00 11 00 0000");

      assertThat(
              bench.host.command(
                  0x0034, "00" + "7777" + "04010000010140010000" + "00" + "01" + "00"))
          .isEqualTo("7200");
    }
  }

  @Test
  void givesUpDeliveryToUnknownDevices() throws Exception {
    try (Bench bench = Bench.open()) {
      assertThat(bench.host.unicast(0x7777, 0x0104, BASIC, 1, "00 11 00 0000")).isEqualTo(0x66);
    }
  }

  @Test
  void refusesPayloadsThatAreTooLong() throws Exception {
    try (Bench bench = Bench.open()) {
      String aps = "7777" + "0401" + "0000" + "0101" + "4001" + "0000" + "00";

      assertThat(bench.host.command(0x0034, "00" + aps + "01" + "53" + "00".repeat(83)))
          .isEqualTo("7400");
    }
  }

  @Test
  void loopsOwnMulticastsBackToAListeningHost() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.host.multicast(901, 0x0006, "11 01 02");

      EzspHost.Message loopback = bench.host.awaitMessage(0x0006);

      assertThat(loopback.type()).isEqualTo(3);
      assertThat(loopback.group()).isEqualTo(901);
    }
  }

  @Test
  void neverDiesOfGarbage() throws Exception {
    Random random = new Random(42);
    try (Simulator simulator = Simulator.builder().house("demo").start()) {
      for (int round = 0; round < 20; round++) {
        try (EzspHost host = new EzspHost(simulator.ezspPort())) {
          if (round % 2 == 0) {
            host.reset();
            host.command(0x0000, "0d");
          }
          if (round % 4 == 0) {
            host.form();
          }
          for (int i = 0; i < 50; i++) {
            host.sendBytes(random.ints(random.nextInt(300), 0, 256).toArray());
          }
        } catch (IOException e) {
          // the simulator may drop such a host
        }
        try (EzspHost host = EzspHost.connected(simulator.ezspPort())) {
          host.command(0x0017, "");
          for (int i = 0; i < 40; i++) {
            byte[] fields = new byte[random.nextInt(60)];
            random.nextBytes(fields);
            int id = random.nextInt(0x140);
            host.rawCommand(EXCEPTIONAL.contains(id) ? 5 : id, Octets.of(fields).toString());
          }
        }
      }

      try (EzspHost host = EzspHost.connected(simulator.ezspPort())) {
        assertThat(host.command(0x0081, "0101")).isEqualTo("0101");
      }
    }
  }

  @Test
  void neverDiesOfStrangeFramesToItsDevices() throws Exception {
    Random random = new Random(43);
    try (Bench bench = Bench.of(Simulator.builder().house("demo"))) {
      int[] clusters = {0, 3, 4, 5, 6, 8, 0x0300, 0x0702, 0x0402};
      int bulb = 0;
      for (String name : new String[] {"bulb", "plug"}) {
        JsonObject joined =
            bench.control("{'op':'join','device':'" + name + "'}").getAsJsonObject("joined");
        bulb = joined.entrySet().iterator().next().getValue().getAsInt();
        for (int i = 0; i < 400; i++) {
          byte[] frame = new byte[1 + random.nextInt(40)];
          random.nextBytes(frame);
          frame[0] &= 0x1D;
          int profile = i % 3 == 0 ? 0 : 0x0104;
          // Leaving and permitting would make it another test.
          int zdo = random.nextInt(0x34);
          int cluster = profile == 0 ? zdo : clusters[random.nextInt(clusters.length)];
          bench.host.send(
              bulb, profile, cluster, profile == 0 ? 0 : 1, Octets.of(frame).toString());
        }
      }

      assertThat(bench.host.unicast(bulb, 0x0104, BASIC, 1, "00 11 00 0000")).isZero();
    }
  }

  @Test
  void saysWhatIsWrongWithADescription() {
    assertThatThrownBy(
            () ->
                Simulator.builder()
                    .device(
                        TestJson.of(
                            "{'name':'x','ieee':'0x0000000000000001','endpoints':"
                                + "[{'input':{'genNothing':{}}}]}"))
                    .start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device x: no cluster genNothing");
  }

  @Test
  void saysWhenAPortIsTaken() throws Exception {
    try (Simulator first = Simulator.builder().start()) {
      assertThatThrownBy(() -> Simulator.builder().port(first.ezspPort()).start())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen");
    }
  }
}
