package org.waggle.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;
import org.waggle.simulator.TestJson;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.zcl.Octets;

class SleepTest {

  private static JsonObject sleeper() {
    return TestJson.of(
        "{'name':'it','ieee':'0x0011223344556677','type':'endDevice','sleep':{'afterJoining':0,"
            + "'afterSending':0},'endpoints':[{'id':1,'input':{'genBasic':{'zclVersion':3}}}]}");
  }

  @Test
  void hearsWhatWaitedForItWhenItWakesUp() throws Exception {
    try (Bench bench = Bench.open()) {
      int device = bench.join(sleeper());
      bench.host.awaitMessage(0x0013);
      bench.host.send(device, 0x0104, 0, 1, "00 11 00 0000");
      assertThat(bench.control("{'op':'frames','device':'it'}").getAsJsonArray("frames")).isEmpty();

      bench.control("{'op':'awake','device':'it','seconds':5}");

      assertThat(bench.host.awaitCallback(0x003F).fields().at(15)).isZero();
      assertThat(bench.host.awaitMessage(0).payload().toString()).startsWith("181101");
    }
  }

  @Test
  void hearsWhatWaitedForItWhenItSends() throws Exception {
    try (Bench bench = Bench.open()) {
      int device = bench.join(sleeper());
      bench.host.awaitMessage(0x0013);
      bench.host.send(device, 0x0104, 0, 1, "00 11 00 0000");

      bench.control("{'op':'announce','device':'it'}");

      assertThat(bench.host.awaitMessage(0).payload().toString()).startsWith("181101");
    }
  }

  @Test
  void pollsFromTimeToTime() throws Exception {
    try (Bench bench = Bench.open()) {
      JsonObject description = sleeper();
      description.add("sleep", TestJson.of("{'afterJoining':0,'afterSending':0,'poll':0.05}"));
      int device = bench.join(description);

      assertThat(bench.host.zcl(device, 0, "00 11 00 0000")).startsWith("181101");
    }
  }

  @Test
  void losesWhatWaitedTooLong() throws Exception {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    BlockingQueue<Boolean> delivered = new LinkedBlockingQueue<>();
    SleepPattern never = new SleepPattern(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    ApsMessage message =
        new ApsMessage(0, ApsMessage.Cast.UNICAST, 1, 0x0104, 0, 1, 1, 1, 255, Octets.EMPTY);
    Sleep sleep = new Sleep(scheduler, never, () -> Duration.ofMillis(50), had -> {}, heard -> {});

    scheduler.execute(() -> sleep.hear(message, delivered::add));

    assertThat(delivered.poll(5, TimeUnit.SECONDS)).isFalse();
    scheduler.shutdownNow();
  }
}
