package org.waggle.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.Simulator;
import org.waggle.simulator.TestJson;

class JoiningTest {

  private static final String IEEE = "7766554433221100";
  private static final JsonObject DEVICE = Bench.router("{'genBasic':{'modelId':'M'}}");

  @Test
  void tellsTheTrustCentreAndAnnouncesItself() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(DEVICE);

      assertThat(bench.host.awaitCallback(0x0024).fields().toString())
          .isEqualTo("3412" + IEEE + "01" + "00" + "0000");
      EzspHost.Message announcement = bench.host.awaitMessage(0x0013);
      assertThat(announcement.payload().toString()).isEqualTo("01" + "3412" + IEEE + "8e");
      assertThat(announcement.type()).isEqualTo(4);
    }
  }

  @Test
  void findsNoNetworkThatIsClosed() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.host.command(0x0022, "00");
      JsonObject add = TestJson.of("{'op':'add'}");
      add.add("device", DEVICE);
      bench.control(add);

      JsonObject reply = bench.reply(TestJson.of("{'op':'join','device':'it'}"));

      assertThat(reply.get("error").getAsString()).isEqualTo("it finds no network it may join");
    }
  }

  @Test
  void isTurnedAwayWithoutAKeyForIt() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.host.command(0x006B, "");
      JsonObject add = TestJson.of("{'op':'add'}");
      add.add("device", DEVICE);
      bench.control(add);

      JsonObject reply = bench.reply(TestJson.of("{'op':'join','device':'it'}"));

      assertThat(reply.get("error").getAsString()).contains("denied");
      assertThat(bench.host.awaitCallback(0x0024).fields().toString())
          .matches("3412" + IEEE + "01" + "02" + "0000");
    }
  }

  @Test
  void isTurnedAwayWhenThePolicySaysSo() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.host.command(0x0055, "0002");
      JsonObject add = TestJson.of("{'op':'add'}");
      add.add("device", DEVICE);
      bench.control(add);

      assertThat(bench.reply(TestJson.of("{'op':'join','device':'it'}")).get("ok").getAsBoolean())
          .isFalse();
    }
  }

  @Test
  void joinsWithAnInstallCodeOfItsOwn() throws Exception {
    try (Bench bench = Bench.open()) {
      String key = "aabbccddeeff00112233445566778899";
      bench.host.command(0x006B, "");
      bench.host.command(0x0111, IEEE + key + "00");
      JsonObject device = DEVICE.deepCopy();
      device.addProperty("linkKey", key);

      assertThat(bench.join(device)).isEqualTo(0x1234);
    }
  }

  @Test
  void joinsThroughARouterThatPermitsIt() throws Exception {
    try (Bench bench = Bench.open()) {
      int router = bench.join(DEVICE);
      bench.host.command(0x0022, "00");
      bench.host.send(router, 0, 0x0036, 0, "01" + "3c" + "01");
      bench.host.awaitMessage(0x8036);
      JsonObject add =
          TestJson.of(
              "{'op':'add','device':{'name':'child','ieee':'0x0000000000000001','endpoints':[{'id':1}]}}");
      bench.control(add);

      bench.control("{'op':'join','device':'child','through':'it'}");

      String callback;
      do {
        callback = bench.host.awaitCallback(0x0024).fields().toString();
      } while (!callback.contains("0100000000000000"));
      assertThat(callback).endsWith("01" + "00" + "3412");
    }
  }

  @Test
  void comesBackWithTheKeyItHas() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(DEVICE);
      bench.host.awaitMessage(0x0013);

      bench.control("{'op':'rejoin','device':'it'}");

      assertThat(bench.host.awaitCallback(0x0024).fields().toString())
          .isEqualTo("3412" + IEEE + "00" + "03" + "0000");
      bench.host.awaitMessage(0x0013);
    }
  }

  @Test
  void isNotReachedWithoutPower() throws Exception {
    try (Bench bench = Bench.open()) {
      int device = bench.join(DEVICE);
      bench.control("{'op':'unplug','device':'it'}");
      assertThat(bench.host.unicast(device, 0x0104, 0, 1, "00 11 00 0500")).isEqualTo(0x66);

      bench.control("{'op':'plug','device':'it'}");

      bench.host.awaitMessage(0x0013);
      assertThat(bench.host.zcl(device, 0, "00 12 00 0500")).isEqualTo("181201050000" + "42014d");
    }
  }

  @Test
  void joinsOneAfterAnotherWhenJoiningIsOpened() throws Exception {
    Simulator.Builder builder =
        Simulator.builder().house("demo").joinWhenOpen(true).joinInterval(Duration.ofMillis(20));
    try (Bench bench = Bench.of(builder)) {
      for (int i = 0; i < 4; i++) {
        bench.host.awaitMessage(0x0013);
      }

      assertThat(bench.control("{'op':'devices'}").getAsJsonArray("devices"))
          .allMatch(device -> device.getAsJsonObject().get("joined").getAsBoolean());
    }
  }

  @Test
  void hearsNothingOfAnotherNetwork() throws Exception {
    try (Bench bench = Bench.open()) {
      int device = bench.join(DEVICE);
      bench.host.command(0x0020, "");
      bench.host.awaitStatus(0x91);
      bench.host.command(
          0x001E, "eeeeeeeeeeeeeeee" + "621a" + "05" + "0b" + "00" + "0000" + "00" + "00f8ff07");
      bench.host.awaitStatus(0x90);

      assertThat(bench.host.unicast(device, 0x0104, 0, 1, "00 11 00 0000")).isEqualTo(0x66);
    }
  }
}
