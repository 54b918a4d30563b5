package org.waggle.zcl.zdo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;
import org.waggle.zcl.RandomValues;

class ZdoFuzzTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final List<ZdoFrame> FRAMES =
      Stream.concat(ZdoFrameTest.requests().stream(), ZdoFrameTest.responses().stream())
          .map(arguments -> (ZdoFrame) arguments.get()[2])
          .toList();

  @Test
  void survivesRandomFrames() {
    SplittableRandom random = new SplittableRandom(6);
    RandomValues values = new RandomValues(random);
    Assertions.assertTimeout(
        LIMIT,
        () -> {
          for (int i = 0; i < 150_000; i++) {
            check(FRAMES.get(i % FRAMES.size()).clusterId(), values.octets(random.nextInt(80)));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void survivesMutatedFrames(long seed) {
    RandomValues values = new RandomValues(new SplittableRandom(seed));
    Assertions.assertTimeout(
        LIMIT,
        () -> {
          for (int i = 0; i < 100_000; i++) {
            ZdoFrame frame = FRAMES.get(i % FRAMES.size());
            check(frame.clusterId(), values.mutated(frame.encode()));
          }
        });
  }

  /** What can be read can be written, and means the same when read again. */
  private static void check(int clusterId, Octets octets) {
    if (ZdoFrame.decode(clusterId, octets) instanceof Decoded.Ok<ZdoFrame> ok) {
      assertThat(ZdoFrame.decode(clusterId, ok.value().encode()))
          .as(() -> clusterId + " " + octets)
          .isEqualTo(ok);
    }
  }
}
