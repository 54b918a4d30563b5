package org.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.simulator.ash.AshFrame;
import org.waggle.zcl.Octets;

/** What goes wrong because it is told to. */
class FaultsTest {

  private static final int BASIC = 0x0000;
  private static final int METERING = 0x0702;

  private static JsonObject meter() {
    return Bench.router("{'genBasic':{'zclVersion':3},'seMetering':{'currentSummDelivered':0}}");
  }

  /** A unicast to nobody, in version 13 or with the tag of 14. */
  private static String sendNowhere(EzspHost host, int version) throws Exception {
    String tag = version < 14 ? "01" : "0100";
    return host.command(0x0034, "00" + "7777" + "04010000010140010000" + "00" + tag + "00");
  }

  @Test
  void losesNoReportOnABadLine() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(meter());
      bench.control(
          "{'op':'faults','to_host':{'lose':0.02,'corrupt':0.02,'duplicate':0.02,'reorder':0.02,"
              + "'delay':0.005,'delay_milliseconds':3},'from_host':{'lose':0.02,'corrupt':0.02}}");
      CompletableFuture<JsonObject> flood =
          bench
              .simulator
              .control(
                  TestJson.of(
                      "{'op':'flood','device':'it','count':2000,'cluster':'seMetering',"
                          + "'attribute':'currentSummDelivered'}"))
              .toCompletableFuture();

      for (int i = 0; i < 2000; i++) {
        String payload = bench.host.awaitMessage(METERING).payload().toString();
        String number = Octets.of(i, i >> 8, 0, 0, 0, 0).toString();
        assertThat(payload.substring(6)).isEqualTo("0000" + "25" + number);
      }

      JsonObject reply = flood.get(20, TimeUnit.SECONDS);
      assertThat(reply.get("acknowledged").getAsInt()).isEqualTo(2000);
      assertThat(reply.get("lost").getAsInt()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "13, 0x72, 7200",
    "13, 0xa1, a100",
    "13, 0x18, 1800",
    "14, 0x72, 030c000000",
    "14, 0xa1, 0400000000",
    "19, 0x18, 1900000000"
  })
  void isBusyWithTheStatusOfTheVersion(int version, String status, String answer) throws Exception {
    try (Bench bench = Bench.ofVersion(version)) {
      bench.control("{'op':'busy','count':1,'status':'" + status + "'}");

      assertThat(sendNowhere(bench.host, version)).isEqualTo(answer);
      assertThat(sendNowhere(bench.host, version)).startsWith("00");
    }
  }

  @Test
  void refusesMessagesBeyondALimit() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'latency','milliseconds':200}");
      bench.control("{'op':'limit_messages','max':2}");

      assertThat(sendNowhere(bench.host, 13)).startsWith("00");
      assertThat(sendNowhere(bench.host, 13)).startsWith("00");
      assertThat(sendNowhere(bench.host, 13)).isEqualTo("7200");
    }
  }

  @Test
  void losesCallbacksForWhichItHasNoRoomAndSaysSo() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'limit_callbacks','max':3}");
      bench.host.isNotReady();

      bench.host.command(0x001A, "00" + "00f8ff07" + "03");
      Octets response = bench.host.rawCommand(0x0005, "");

      assertThat(response.at(1)).isEqualTo(0x80 | 0x04 | 0x01);
      assertThat(bench.host.rawCommand(0x0005, "").at(1) & 0x01).isZero();
    }
  }

  @Test
  void restartsInsteadOfAnswering() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'reset','command':'0x0028'}");
      assertThat(bench.host.command(0x0005, "")).isEmpty();

      bench.host.sendWithoutWaiting(0x0028, "");

      assertThat(bench.host.awaitReset()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
    }
  }

  @Test
  void restartsWithoutTellingAnybody() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'reset','silent':true}");

      bench.host.sendWithoutWaiting(0x0005, "");
      assertThat(bench.host.poll(100)).isNull();

      assertThat(bench.host.reset()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
      bench.host.agree();
      assertThat(bench.host.command(0x0018, "")).isEqualTo("00");
    }
  }

  @Test
  void saysNothingForAWhile() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'silent','milliseconds':300}");
      long begin = System.nanoTime();

      AshFrame answer = null;
      while (answer == null) {
        answer = bench.host.tryReset(50);
      }

      assertThat(answer).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
      assertThat(System.nanoTime() - begin).isGreaterThan(250_000_000L);
    }
  }

  @Test
  void refusesHostsForAWhileAfterItDroppedOne() throws Exception {
    try (Bench bench = Bench.open()) {
      int port = bench.simulator.ezspPort();
      bench.control("{'op':'drop_link','refuse':300}");

      assertThatThrownBy(() -> new EzspHost(port).close()).isInstanceOf(ConnectException.class);

      EzspHost next = null;
      while (next == null) {
        try {
          next = EzspHost.connected(port);
        } catch (ConnectException e) {
          Thread.onSpinWait(); // not yet
        }
      }
      assertThat(next.command(0x0018, "")).isEqualTo("00");
      next.close();
    }
  }

  @Test
  void dropsTheLinkAgainAndAgain() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.control("{'op':'drop_link','every':100,'count':2}");
      EzspHost next = EzspHost.connected(bench.simulator.ezspPort());

      assertThat(next.awaitEnd()).isTrue();
      EzspHost last = EzspHost.connected(bench.simulator.ezspPort());
      assertThat(last.poll(250)).isNull();
      assertThat(last.command(0x0018, "")).isEqualTo("00");
      next.close();
      last.close();
    }
  }

  @Test
  void losesItsNetworkForAWhile() throws Exception {
    try (Bench bench = Bench.ofVersion(14)) {
      bench.control("{'op':'flap','milliseconds':100}");

      bench.host.awaitStatus(0x16);
      assertThat(sendNowhere(bench.host, 14)).isEqualTo("1600000000");
      bench.host.awaitStatus(0x15);
      assertThat(sendNowhere(bench.host, 14)).startsWith("00000000");
    }
  }

  @Test
  void deliversMessagesTwice() throws Exception {
    try (Bench bench = Bench.open()) {
      int device = bench.join(meter());
      bench.host.awaitMessage(0x0013);
      bench.control("{'op':'duplicate_messages','count':1}");
      bench.host.send(device, 0x0104, BASIC, 1, "00 11 00 0000");

      Octets first = bench.host.awaitCallback(0x0045).fields();

      assertThat(bench.host.awaitCallback(0x0045).fields()).isEqualTo(first);
    }
  }

  @Test
  void isDisturbedFromTheStart() throws Exception {
    JsonObject faults = TestJson.of("{'busy':1,'busy_status':'0xa1'}");
    try (Bench bench = Bench.of(Simulator.builder().faults(faults).seed(7))) {
      assertThat(sendNowhere(bench.host, 13)).isEqualTo("a100");

      bench.control("{'op':'faults'}");
      assertThat(sendNowhere(bench.host, 13)).startsWith("00");
    }
  }

  @Test
  void saysWhatIsWrongWithFaults() {
    JsonObject faults = TestJson.of("{'busy':2}");

    assertThatThrownBy(() -> Simulator.builder().faults(faults).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..1");
  }
}
