package org.waggle.radio.ember.ezsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.Octets;

/** Whatever an NCP sends is read or refused, in one way only. */
class FuzzTest {

  private static final int FRAMES = 100_000;

  private final Random random = new Random(20250601);

  @Test
  void readsOrRefusesAnything() {
    List<byte[]> golden = goldenFrames();
    int read = 0;
    int refused = 0;

    for (int i = 0; i < FRAMES; i++) {
      byte[] octets = i % 4 == 0 ? noise() : mutated(golden.get(random.nextInt(golden.size())));
      EzspVersion version =
          new EzspVersion(GoldenTable.VERSIONS.get(random.nextInt(GoldenTable.VERSIONS.size())));
      try {
        EzspFrame frame = EzspFrame.decode(octets);
        EzspCallback.decode(version, frame);
        for (EzspCommand<?> command : GoldenCommands.ALL) {
          if (command.frameId() == frame.frameId() && command.isIn(version)) {
            command.decodeResponse(frame.reader(version));
          }
        }
        read++;
      } catch (EzspFormatException refusal) {
        assertThat(refusal).hasMessageMatching("(?s)[A-Z].+");
        refused++;
      }
    }

    assertThat(read).isGreaterThan(FRAMES / 10);
    assertThat(refused).isGreaterThan(FRAMES / 10);
  }

  private static List<byte[]> goldenFrames() {
    List<byte[]> frames = new ArrayList<>();
    Stream.of("responses.txt", "callbacks.txt")
        .flatMap(table -> GoldenTable.read(table).stream())
        .forEach(
            row -> {
              String name = row.names().get(0);
              int id =
                  name.startsWith("0x")
                      ? Integer.decode(name)
                      : GoldenCommands.named(name).frameId();
              frames.add(
                  Octets.ofHex("aa9001%02x%02x%s".formatted(id & 0xFF, id >> 8, row.octets()))
                      .toArray());
            });
    return frames;
  }

  private byte[] noise() {
    byte[] octets = new byte[random.nextInt(120)];
    random.nextBytes(octets);
    return octets;
  }

  private byte[] mutated(byte[] frame) {
    byte[] octets = frame.clone();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(3) == 0
        ? Octets.of(octets).slice(0, random.nextInt(octets.length)).toArray()
        : octets;
  }
}
