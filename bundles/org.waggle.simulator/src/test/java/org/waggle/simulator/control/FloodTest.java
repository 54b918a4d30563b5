package org.waggle.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.simulator.Bench;
import org.waggle.simulator.TestJson;

class FloodTest {

  private static JsonObject sensor() {
    return Bench.router("{'genBasic':{'zclVersion':3},'msTemperatureMeasurement':{}}");
  }

  private static CompletableFuture<JsonObject> flood(Bench bench, String members) {
    return bench
        .simulator
        .control(TestJson.of("{'op':'flood','device':'it'," + members + "}"))
        .toCompletableFuture();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "genOnOff, onOff, 0, 3, 00001000, 00001001, 00001000",
    "genLevelCtrl, currentLevel, 254, 3, 000020fe, 000020ff, 000020fe",
    "msTemperatureMeasurement, measuredValue, -1, 3, 000029ffff, 0000290000, 0000290100",
    "seMetering, currentSummDelivered, 65535, 3, 000025ffff00000000, 000025000001000000,"
        + " 000025010001000000",
  })
  void countsInTheRangeOfTheType(
      String cluster,
      String attribute,
      int from,
      int count,
      String first,
      String second,
      String third)
      throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sensor());
      bench.host.awaitMessage(0x0013);
      CompletableFuture<JsonObject> done =
          flood(
              bench,
              String.format(
                  "'cluster':'%s','attribute':'%s','from':%d,'count':%d",
                  cluster, attribute, from, count));

      for (String expected : new String[] {first, second, third}) {
        assertThat(bench.host.awaitCallback(0x0045).fields().toString()).endsWith(expected + "02");
      }
      assertThat(done.get(10, TimeUnit.SECONDS).get("ok").getAsBoolean()).isTrue();
    }
  }

  @Test
  void countsWithTheTypeItIsTold() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sensor());
      bench.host.awaitMessage(0x0013);

      flood(bench, "'cluster':'0xfc11','attribute':'7@0x1286','type':'UINT32','count':1");

      // Manufacturer code, sequence, command, attribute, type and value.
      assertThat(bench.host.awaitMessage(0xFC11).payload().toString())
          .startsWith("1c8612")
          .endsWith("0a" + "0700" + "23" + "00000000");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'cluster':'genBasic','attribute':'modelId','count':1",
        "'cluster':'genOnOff','attribute':'onOff','from':2,'count':1",
        "'endpoint':7,'count':1",
        "'count':0"
      })
  void refusesWhatIsNoFlood(String members) throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sensor());

      JsonObject reply = flood(bench, members.trim()).get(10, TimeUnit.SECONDS);

      assertThat(reply.get("ok").getAsBoolean()).isFalse();
      assertThat(bench.host.command(0x0081, "0101")).isEqualTo("0101");
    }
  }

  @Test
  void goesOnAfterTheHostResetTheCoordinator() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.join(sensor());
      bench.host.awaitMessage(0x0013);
      bench.host.acknowledges(false);
      CompletableFuture<JsonObject> done = flood(bench, "'count':100");

      bench.control("{'op':'line'}"); // it has begun
      bench.host.reset();
      bench.host.acknowledges(true);
      bench.host.agree();
      bench.host.register();
      bench.host.command(0x0017, "0000");

      JsonObject reply = done.get(10, TimeUnit.SECONDS);
      int lost = reply.get("lost").getAsInt();
      assertThat(lost).isPositive();
      assertThat(reply.get("acknowledged").getAsInt()).isEqualTo(100 - lost);
    }
  }
}
