package org.waggle.itest.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.waggle.itest.processes.AirWatch;
import org.waggle.itest.processes.AirWatch.Frame;
import org.waggle.itest.processes.Arrivals;
import org.waggle.itest.processes.BridgeProbe;
import org.waggle.itest.processes.SimulatorClock;

/** Brightnesses that the lamps of a crowd are set to. */
final class Sets {

  /** A lamp and the level it is to have. */
  record Level(Crowd.Device lamp, int level) {

    private Key key() {
      return new Key(lamp.address(), level);
    }
  }

  private record Key(String address, int level) {}

  private static final int LEVEL_CONTROL = 0x0008;
  private static final int MOVE_TO_LEVEL_WITH_ON_OFF = 0x04;
  private static final int LEVELS = 254;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Crowd.Device> lamps;
  private final AirWatch air;
  private int rounds;

  Sets(Crowd crowd, AirWatch air) {
    this.lamps = crowd.lamps();
    this.air = air;
  }

  /** Milliseconds from each publication to its frame's arrival at the lamp. */
  List<Double> latencies(BridgeProbe bridge, int count) {
    List<Double> latencies = new ArrayList<>();
    for (Level level : next(count)) {
      int from = air.frames().count();
      long begin = SimulatorClock.now();
      publish(bridge, level);
      latencies.add((await(level, from) - begin) / 1e3);
    }
    return latencies;
  }

  private long await(Level level, int from) {
    int next = from;
    while (true) {
      Frame frame =
          air.frames()
              .await(next++, PATIENCE)
              .orElseThrow(() -> new AssertionError(level + " was not sent"));
      if (key(frame).equals(Optional.of(level.key()))) {
        return frame.at();
      }
    }
  }

  /** Publishes all at once, and counts the frames that reach the lamps. */
  Flow flood(BridgeProbe bridge, int count) {
    return flood(count, level -> publish(bridge, level));
  }

  /** As {@link #flood(BridgeProbe, int)}, for a radio alone. */
  Flow flood(RadioAlone radio, int count) {
    return flood(count, radio::set);
  }

  private Flow flood(int count, Consumer<Level> sender) {
    Arrivals<Frame> frames = air.frames();
    int next = frames.count();
    List<Level> levels = next(count);
    Set<Key> expected = new HashSet<>(levels.stream().map(Level::key).toList());
    long begin = SimulatorClock.now();
    levels.forEach(sender);
    long end = begin;
    while (!expected.isEmpty()) {
      Optional<Frame> frame = frames.await(next++, PATIENCE);
      if (frame.isEmpty()) {
        break;
      }
      if (key(frame.get()).map(expected::remove).orElse(false)) {
        end = frame.get().at();
      }
    }
    return Flow.of(count, count - expected.size(), begin, end);
  }

  /** Each lamp by turns, and none twice to the same level within one flood. */
  private List<Level> next(int count) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int level = 1 + (rounds + i / lamps.size()) % LEVELS;
      levels.add(new Level(lamps.get(i % lamps.size()), level));
    }
    rounds += count / lamps.size() + 1;
    return levels;
  }

  static void publish(BridgeProbe bridge, Level level) {
    bridge.mqtt().publish(level.lamp().topic() + "/set", "{\"brightness\":" + level.level() + "}");
  }

  private static Optional<Key> key(Frame frame) {
    return frame.isCommand(LEVEL_CONTROL, MOVE_TO_LEVEL_WITH_ON_OFF)
        ? Optional.of(
            new Key(
                frame.device(),
                Integer.parseInt(frame.content().get("payload").getAsString().substring(0, 2), 16)))
        : Optional.empty();
  }
}
