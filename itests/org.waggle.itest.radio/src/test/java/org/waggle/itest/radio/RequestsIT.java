package org.waggle.itest.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.itest.processes.Opened;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/** Requests over a link that drops again and again, which the network opens again and again. */
class RequestsIT {

  private static final Logger LOG = LoggerFactory.getLogger(RequestsIT.class);

  private static final int IN_FLIGHT = 16;
  private static final int DEVICES = 24;

  /** Of the air: long enough that many requests are under way whenever the link drops. */
  private static final int LATENCY = 60;

  private static final int COUNT = Scale.of(1_500, 10_000);
  private static final Duration UP_FOR = Scale.of(Duration.ofSeconds(1), Duration.ofSeconds(3));

  /** A little more than the timeout of a request. */
  private static final Duration LONGEST = Duration.ofSeconds(12);

  private static final long MEGABYTE = 1_000_000;

  @TempDir private Path scratch;
  private final Opened opened = new Opened();
  private Home home;

  @BeforeEach
  void start() throws Exception {
    home = opened.add(Home.start("home", scratch, DEVICES, LATENCY));
  }

  @AfterEach
  void stop() {
    opened.close();
  }

  @Test
  void areAnsweredOrFailOnceEachWhileTheLinkDrops() throws Exception {
    Load.run(home.network(), home.lamps(IN_FLIGHT), 200).get(30, TimeUnit.SECONDS);
    Arrived arrived = new Arrived(COUNT);
    opened.add(home.house().watch(arrived::count));
    Footprint before = Footprint.taken();
    Drops drops = opened.add(new Drops());

    List<Load.Outcome> outcomes =
        Load.run(home.network(), home.lamps(IN_FLIGHT), COUNT).get(10, TimeUnit.MINUTES);

    drops.close();
    home.await(NetworkStatus.State.ONLINE);
    Footprint after = Footprint.taken();
    report(outcomes, drops.count(), before, after);
    List<Integer> answered =
        outcomes.stream()
            .filter(outcome -> outcome.answered() == 1)
            .map(Load.Outcome::number)
            .toList();
    arrived.await(answered, Duration.ofSeconds(10));
    assertThat(drops.count()).isGreaterThan(2);
    assertThat(outcomes)
        .hasSize(COUNT)
        .allMatch(outcome -> outcome.answered() + outcome.failed() == 1)
        .allMatch(outcome -> outcome.nanos() < LONGEST.toNanos())
        .allMatch(outcome -> arrived.times(outcome.number()) <= 1);
    assertThat(answered)
        .hasSizeBetween(COUNT / 2, COUNT - 1)
        .allMatch(number -> arrived.times(number) == 1);
    assertThat(after.threads())
        .allSatisfy(
            (name, number) ->
                assertThat(before.threads())
                    .hasEntrySatisfying(
                        name, earlier -> assertThat(number).as(name).isLessThanOrEqualTo(earlier)));
    assertThat(after.heapSince(before)).isLessThan(4 * MEGABYTE);
  }

  private static void report(
      List<Load.Outcome> outcomes, int drops, Footprint before, Footprint after) {
    Map<Reason, Long> failures =
        outcomes.stream()
            .flatMap(outcome -> outcome.reason().stream())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    LOG.info(
        String.format(
            Locale.ROOT,
            "%,d requests, %d drops: %d answered, failed %s, longest %.1f s; heap %+.2f MB to %.1f MB,"
                + " threads %d to %d",
            outcomes.size(),
            drops,
            outcomes.stream().mapToInt(Load.Outcome::answered).sum(),
            failures,
            Collections.max(outcomes.stream().map(Load.Outcome::nanos).toList()) / 1e9,
            (double) after.heapSince(before) / MEGABYTE,
            (double) after.heap() / MEGABYTE,
            before.threadCount(),
            after.threadCount()));
  }

  /** Drops the link whenever it has been up for a while. */
  private final class Drops implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger count = new AtomicInteger();
    private final Subscription subscription;

    Drops() {
      subscription =
          home.network()
              .listen(
                  new NetworkListener() {
                    @Override
                    public void statusChanged(NetworkStatus status) {
                      if (status.isOnline()) {
                        dropLater();
                      }
                    }
                  });
      dropLater();
    }

    private void dropLater() {
      clock.schedule(this::drop, UP_FOR.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void drop() {
      home.house().ask("{'op':'drop_link'}");
      count.incrementAndGet();
    }

    int count() {
      return count.get();
    }

    @Override
    public void close() throws InterruptedException {
      subscription.close();
      clock.shutdownNow();
      clock.awaitTermination(10, TimeUnit.SECONDS);
    }
  }
}
