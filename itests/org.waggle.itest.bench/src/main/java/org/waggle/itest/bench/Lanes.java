package org.waggle.itest.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.itest.processes.SimulatorClock;

/** Lamps that are set again as soon as they answered, so that always as many sets are in flight. */
final class Lanes {

  private static final int LEVELS = 254;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What sets lamps and hears them answer. */
  interface Wire {

    void set(Sets.Level level);

    /** How many things were heard until now. */
    int heard();

    /**
     * The thing that was heard as number {@code index}, if it was an answer.
     *
     * @throws AssertionError if nothing is heard in time
     */
    Optional<Answer> answer(int index, Duration patience);
  }

  /**
   * A lamp's answer.
   *
   * @param address of the lamp
   * @param level empty if it does not tell
   * @param at microseconds since 1970
   */
  record Answer(String address, OptionalInt level, long at) {}

  /**
   * What came of it.
   *
   * @param latencies ms
   */
  record Pace(double perSecond, List<Double> latencies) {}

  private record Set(Sets.Level level, long at) {}

  private final Wire wire;
  private final List<Crowd.Device> lamps;
  private final Map<String, Set> underWay = new HashMap<>();
  private int left;

  /**
   * @param lamps one for each lane
   */
  Lanes(Wire wire, List<Crowd.Device> lamps) {
    this.wire = wire;
    this.lamps = lamps;
  }

  Pace run(int count) {
    left = count;
    List<Double> latencies = new ArrayList<>();
    int next = wire.heard();
    long begin = SimulatorClock.now();
    lamps.forEach(this::begin);
    while (latencies.size() < count) {
      Optional<Answer> answer = wire.answer(next++, PATIENCE);
      if (answer.isPresent() && isAwaited(answer.get())) {
        Set set = underWay.remove(answer.get().address());
        latencies.add((answer.get().at() - set.at()) / 1e3);
        begin(set.level().lamp());
      }
    }
    return new Pace(count * 1e6 / (SimulatorClock.now() - begin), latencies);
  }

  private void begin(Crowd.Device lamp) {
    if (left == 0) {
      return;
    }
    Sets.Level level = new Sets.Level(lamp, 1 + left-- / lamps.size() % LEVELS);
    underWay.put(lamp.address(), new Set(level, SimulatorClock.now()));
    wire.set(level);
  }

  private boolean isAwaited(Answer answer) {
    Set set = underWay.get(answer.address());
    return set != null
        && (answer.level().isEmpty() || answer.level().getAsInt() == set.level().level());
  }
}
