package org.waggle.bridge.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.Bench;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;

final class RadioTopicTest {

  private static final NetworkStatus LOST =
      new NetworkStatus(
          State.BACKING_OFF,
          "/dev/ttyUSB0: unplugged",
          Instant.ofEpochMilli(1_700_000_000_000L),
          3,
          Optional.of(Instant.ofEpochMilli(1_700_000_004_000L)),
          "/dev/ttyUSB0",
          "ember");

  private final Bench bench = new Bench();

  private String radio() {
    return bench.last("bridge/radio").text();
  }

  @Test
  void tellsHowTheRadioIs() {
    bench.start();

    bench.network.setStatus(LOST);

    assertThat(radio())
        .startsWith("{\"adapter\":\"ember\",\"attempt\":3,\"coordinator\":{")
        .endsWith(
            "},\"next_attempt\":1700000004000,\"port\":\"/dev/ttyUSB0\","
                + "\"reason\":\"/dev/ttyUSB0: unplugged\",\"since\":1700000000000,"
                + "\"state\":\"backing_off\"}");
    assertThat(bench.last("bridge/radio").retain()).isTrue();
  }

  @Test
  void tellsTheFirmwareAsTheInfoDoes() {
    bench.start();

    assertThat(Bench.object(radio()).get("coordinator"))
        .isEqualTo(Bench.object(bench.last("bridge/info").text()).get("coordinator"));
  }

  @Test
  void isThereBeforeTheRadioIs() {
    bench.network.setStatus(new NetworkStatus(State.WAITING_FOR_PORT, "nothing is plugged in"));

    bench.start();

    assertThat(Bench.object(radio()))
        .containsEntry("state", "waiting_for_port")
        .containsEntry("reason", "nothing is plugged in")
        .doesNotContainKeys("port", "adapter", "attempt", "next_attempt");
  }

  @Test
  void tellsOfADropWhileTheBrokerWasAwayWhenItIsBack() {
    bench.start();
    bench.mqtt.disconnect();
    bench.network.settle();
    bench.network.setStatus(LOST);
    bench.forget();

    bench.mqtt.connect();
    bench.network.settle();

    assertThat(bench.topics()).containsExactlyInAnyOrder("bridge/state", "bridge/radio");
    assertThat(Bench.object(radio())).containsEntry("state", "backing_off");
  }

  @Test
  void comesAfterTheState() {
    bench.start().forget();

    bench.network.setStatus(LOST);

    assertThat(bench.topics()).containsExactly("bridge/state", "bridge/radio");
  }

  @Test
  void saysGoodbye() throws InterruptedException {
    bench.start();

    Thread stopping = new Thread(bench.bridge()::stop);
    stopping.start();
    bench.network.settleUntil(() -> bench.mqtt.closed);
    stopping.join();

    assertThat(radio()).isEqualTo("{\"reason\":\"The bridge is stopped\",\"state\":\"closed\"}");
  }
}
