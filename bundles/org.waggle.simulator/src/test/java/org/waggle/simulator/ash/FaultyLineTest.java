package org.waggle.simulator.ash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waggle.simulator.ash.LineFaults.Kind;
import org.waggle.zcl.Decoded;

class FaultyLineTest {

  private static final String ACK_1 = "8160597e";
  private static final String ACK_2 = "82503a7e";
  private static final String ACK_3 = "83401b7e";

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final LineFaults faults = new LineFaults(new Random(1));
  private final FaultyLine line =
      new FaultyLine(scheduler, faults, frame -> arrived.add(HexFormat.of().formatHex(frame)));

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  private void pass(String... frames) {
    CompletableFuture.runAsync(
            () -> {
              for (String frame : frames) {
                line.pass(HexFormat.of().parseHex(frame));
              }
            },
            scheduler)
        .join();
  }

  private String next() throws InterruptedException {
    return arrived.poll(5, TimeUnit.SECONDS);
  }

  @Test
  void losesFrames() {
    faults.set(Kind.LOSE, 1, 0);

    pass(ACK_1, ACK_2);

    assertThat(arrived).containsExactly(ACK_2);
  }

  @Test
  void duplicatesFrames() {
    faults.set(Kind.DUPLICATE, 1, 0);

    pass(ACK_1, ACK_2);

    assertThat(arrived).containsExactly(ACK_1, ACK_1, ACK_2);
  }

  @Test
  void letsTheNextFrameOvertake() {
    faults.set(Kind.REORDER, 1, 0);

    pass(ACK_1, ACK_2, ACK_3);

    assertThat(arrived).containsExactly(ACK_2, ACK_1, ACK_3);
  }

  @Test
  void waitsForNoSuccessorForEver() throws Exception {
    faults.set(Kind.REORDER, 1, 0);

    pass(ACK_1);

    assertThat(next()).isEqualTo(ACK_1);
  }

  @Test
  void standsStillAndKeepsTheOrder() throws Exception {
    faults.set(Kind.DELAY, 1, 0);
    faults.delay(Duration.ofMillis(40));
    long begin = System.nanoTime();

    pass(ACK_1, ACK_2);

    assertThat(List.of(next(), next())).containsExactly(ACK_1, ACK_2);
    assertThat(System.nanoTime() - begin).isGreaterThan(40_000_000);
  }

  @Test
  void corruptsSuchThatEachFrameIsFoundBadAndNoneIsCut() {
    faults.set(Kind.CORRUPT, 0, 1);
    List<Decoded<AshFrame>> frames = new ArrayList<>();
    FrameWriter writer = new FrameWriter();
    FrameReader reader = new FrameReader();
    byte[] payload = new byte[60];
    for (int i = 0; i < 2000; i++) {
      new Random(i).nextBytes(payload);
      writer.write(i % 8, false, 0, payload);
      pass(HexFormat.of().formatHex(writer.take()));
    }

    for (String frame : arrived) {
      byte[] bytes = HexFormat.of().parseHex(frame);
      reader.read(bytes, bytes.length, frames::add);
    }

    assertThat(frames).hasSize(2000).allMatch(frame -> frame instanceof Decoded.Malformed);
  }

  @Test
  void losesAndCorruptsBytes() {
    faults.set(Kind.LOSE_BYTES, 3, 0);
    pass(ACK_1);
    faults.set(Kind.CORRUPT_BYTES, 4, 0);
    pass(ACK_1);

    assertThat(arrived).element(0).isEqualTo("7e");
    assertThat(arrived).element(1).isNotEqualTo(ACK_1);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void repeatsItselfWithTheSameSeed(Kind kind) {
    List<List<String>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      List<String> result = new ArrayList<>();
      LineFaults own = new LineFaults(new Random(42));
      own.delay(Duration.ZERO);
      own.set(kind, 0, 0.3);
      FaultyLine repeated =
          new FaultyLine(scheduler, own, frame -> result.add(HexFormat.of().formatHex(frame)));
      for (int i = 0; i < 100 && kind != Kind.DELAY; i++) {
        repeated.pass(HexFormat.of().parseHex(i % 2 == 0 ? ACK_1 : ACK_2));
      }
      runs.add(List.copyOf(result));
    }

    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }

  @Test
  void doesNothingUnlessToldTo() {
    assertThat(line.matters()).isFalse();

    faults.set(Kind.LOSE, 0, 0.1);
    assertThat(line.matters()).isTrue();

    faults.set(Kind.LOSE, 0, 0);
    assertThat(line.matters()).isFalse();
  }
}
