package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class BroadcastsTest {

  private final Bench bench = Bench.online();

  private CompletionStage<?> send(int group) {
    CompletionStage<?> sent =
        bench.network.send(
            ZclRequest.to(new Target.Group(group), 6, new ClusterCommand(1, Octets.EMPTY)));
    bench.time.settle();
    return sent;
  }

  private static String on(int group) {
    return "group " + group + "/255 0006 ClusterCommand[id=1, payload=]";
  }

  @Test
  void followOneAnotherWithoutAPause() {
    List<CompletionStage<?>> sent = new ArrayList<>();
    List<String> frames = new ArrayList<>();
    for (int group = 1; group <= 20; group++) {
      sent.add(send(group));
      frames.add(on(group));
    }

    assertThat(sent).allMatch(Bench::isDone);
    assertThat(bench.stick.takeSent()).isEqualTo(frames);
  }

  @Test
  void waitInOrderWhileTheCoordinatorIsBusy() {
    bench.stick.busy = 3;
    CompletionStage<?> first = send(1);
    CompletionStage<?> second = send(2);
    assertThat(bench.stick.takeSent()).isEmpty();

    bench.time.advance(Duration.ofMillis(699));
    assertThat(Bench.isDone(first)).isFalse();
    bench.time.advance(Duration.ofMillis(1));

    bench.done(first);
    bench.done(second);
    assertThat(bench.stick.takeSent()).containsExactly(on(1), on(2));
  }

  @Test
  void outlastAFullTable() {
    bench.stick.busy = 11;

    CompletionStage<?> sent = send(1);
    bench.advance(10);

    bench.done(sent);
  }

  @Test
  void areGivenUpInTheEndAndLetTheNextTry() {
    bench.stick.busy = Integer.MAX_VALUE;
    CompletionStage<?> first = send(1);
    CompletionStage<?> second = send(2);

    bench.advance(14);
    assertThat(bench.failure(first).reason()).isEqualTo(Reason.REFUSED);
    assertThat(Bench.isDone(second)).isFalse();
    bench.stick.busy = 0;
    bench.advance(1);

    bench.done(second);
  }

  @Test
  void failWhenTheRadioGoesAndGoOnWhenItIsBack() {
    bench.stick.stuck = true;
    CompletionStage<?> first = send(1);
    CompletionStage<?> second = send(2);

    bench.stick.down();
    bench.time.settle();
    assertThat(bench.failure(first).reason()).isEqualTo(Reason.OFFLINE);
    assertThat(bench.failure(second).reason()).isEqualTo(Reason.OFFLINE);
    bench.stick.stuck = false;
    bench.advance(2);

    bench.done(send(3));
  }
}
