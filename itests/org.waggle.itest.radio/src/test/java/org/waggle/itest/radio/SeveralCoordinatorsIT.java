package org.waggle.itest.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.itest.processes.Opened;
import org.waggle.zigbee.api.NetworkStatus;

/**
 * Three coordinators in one process; what one of them does to the network is not felt by others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralCoordinatorsIT {

  private static final Logger LOG = LoggerFactory.getLogger(SeveralCoordinatorsIT.class);

  private static final int DEVICES = 8;
  private static final int IN_FLIGHT = 4;
  private static final int LATENCY = 10;
  private static final int REQUESTS = Scale.of(1_000, 20_000);

  /** Generous: two processors have four processes to run, and whatever else the machine does. */
  private static final double SLOWER = 3;

  /** Whoever waits for another network waits for seconds. */
  private static final int TAIL_MILLIS = 250;

  @TempDir private static Path scratch;
  private final Opened opened = new Opened();
  private List<Home> wellBehaved;
  private Home misbehaved;
  private CompletableFuture<List<Load.Outcome>> busy = new CompletableFuture<>();

  /** What the third coordinator does meanwhile. */
  private enum Misbehaviour {
    /** Its devices report more than a radio carries. */
    FLOODS("{'op':'flood','device':'*','count':1000,'perSecond':3000}", 1),

    /** Nothing passes its line, in either direction. */
    HANGS("{'op':'lose','rate':1,'direction':'from_host'}", 0),

    /** Its link ends again and again. */
    DROPS("{'op':'drop_link'}", 300);

    private final String request;
    private final int everyMillis;

    Misbehaviour(String request, int everyMillis) {
      this.request = request;
      this.everyMillis = everyMillis;
    }
  }

  /**
   * How requests fared.
   *
   * @param median of the time to the answer, ms
   * @param tail of that time: one of hundred took longer, ms
   */
  private record Pace(double perSecond, double median, double tail) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.0f/s, p50 %.1f ms, p99 %.1f ms", perSecond, median, tail);
    }
  }

  @BeforeAll
  void start() throws Exception {
    wellBehaved = List.of(home("ground"), home("attic"));
    misbehaved = home("shed");
    busy = Load.run(misbehaved.network(), misbehaved.lamps(IN_FLIGHT), Integer.MAX_VALUE);
    pace();
  }

  private Home home(String name) throws Exception {
    Path directory = Files.createDirectory(scratch.resolve(name));
    return opened.add(Home.start(name, directory, DEVICES, LATENCY));
  }

  @AfterAll
  void stop() {
    busy.cancel(false);
    opened.close();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatMisbehavesSlowsNoOther(Misbehaviour misbehaviour) throws Exception {
    Pace alone = pace();

    Pace beside;
    try (Trouble trouble = new Trouble(misbehaviour)) {
      beside = pace();
    }

    LOG.info("While one {}: {}; without that {}", misbehaviour, beside, alone);
    assertThat(beside.perSecond()).isGreaterThan(alone.perSecond() / SLOWER);
    assertThat(beside.median()).isLessThan(alone.median() * SLOWER);
    assertThat(beside.tail()).isLessThan(alone.tail() * SLOWER + TAIL_MILLIS);
  }

  /** Of the two that behave, together. */
  private Pace pace() throws Exception {
    long begin = System.nanoTime();
    List<CompletableFuture<List<Load.Outcome>>> loads = new ArrayList<>();
    for (Home home : wellBehaved) {
      loads.add(Load.run(home.network(), home.lamps(IN_FLIGHT), REQUESTS));
    }
    List<Double> millis = new ArrayList<>();
    for (CompletableFuture<List<Load.Outcome>> load : loads) {
      List<Load.Outcome> outcomes = load.get(5, TimeUnit.MINUTES);
      assertThat(outcomes).allMatch(outcome -> outcome.answered() == 1);
      outcomes.forEach(outcome -> millis.add(outcome.nanos() / 1e6));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    millis.sort(null);
    return new Pace(
        millis.size() / seconds,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 99 / 100));
  }

  /** Goes on until it is closed, and is over then. */
  private final class Trouble implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Trouble(Misbehaviour misbehaviour) {
      Runnable request = () -> misbehaved.house().ask(misbehaviour.request);
      if (misbehaviour.everyMillis == 0) {
        clock.execute(request);
      } else {
        clock.scheduleAtFixedRate(request, 0, misbehaviour.everyMillis, TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void close() throws Exception {
      clock.shutdown();
      assertThat(clock.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      misbehaved.house().ask("{'op':'lose','rate':0,'direction':'from_host'}");
      misbehaved.await(NetworkStatus.State.ONLINE);
    }
  }
}
