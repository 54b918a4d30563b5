package org.waggle.zcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZclFuzzTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsBackEveryCommandItWrites(long seed) {
    RandomCommands commands = new RandomCommands(new SplittableRandom(seed));
    for (int i = 0; i < 100 * commands.kinds(); i++) {
      ZclFrame frame = commands.frame(i % commands.kinds());

      assertThat(ZclFrame.decode(frame.encode())).isEqualTo(Decoded.ok(frame));
    }
  }

  @Test
  void survivesRandomFrames() {
    SplittableRandom random = new SplittableRandom(4);
    RandomValues values = new RandomValues(random);
    Assertions.assertTimeout(
        LIMIT,
        () -> {
          for (int i = 0; i < 400_000; i++) {
            Octets content = values.octets(random.nextInt(60));
            Octets header = Octets.of(random.nextInt(0x20), 0, random.nextInt(0x18));
            check(new ZclWriter().octets(header).octets(content).toOctets());
          }
        });
  }

  @Test
  void survivesMutatedFrames() {
    SplittableRandom random = new SplittableRandom(5);
    RandomValues values = new RandomValues(random);
    RandomCommands commands = new RandomCommands(random);
    Assertions.assertTimeout(
        LIMIT,
        () -> {
          for (int i = 0; i < 40_000; i++) {
            Octets octets = commands.frame(i % commands.kinds()).encode();
            for (int mutation = 0; mutation < 10; mutation++) {
              check(values.mutated(octets));
            }
          }
        });
  }

  /** The largest frames there can be, made to nest and to repeat. */
  @Test
  void survivesFramesThatPretendToHoldMuch() {
    byte[] content = new byte[0x10000];
    for (int length : new int[] {0x00, 0x01, 0x48, 0x4C, 0xFE}) {
      for (int type : new int[] {0x00, 0x20, 0x41, 0x44, 0x48, 0x4C, 0x50, 0xFF}) {
        for (int i = 0; i < content.length; i++) {
          content[i] = (byte) (i % 3 == 0 ? type : length);
        }
        Octets octets =
            new ZclWriter()
                .octets(Octets.ofHex("18000a0000"))
                .octets(Octets.of(content))
                .toOctets();

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> ZclFrame.decode(octets));
      }
    }
  }

  /** What can be read can be written, and means the same when read again. */
  private static void check(Octets octets) {
    if (ZclFrame.decode(octets) instanceof Decoded.Ok<ZclFrame> ok && octets.size() < 200) {
      Decoded<ZclFrame> again = ZclFrame.decode(ok.value().encode());
      if (!again.equals(ok)) {
        throw new AssertionError(octets + " is " + ok + ", again " + again);
      }
    }
  }
}
