package org.waggle.simulator.air;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;

/** Carries messages between stations, each after half of the latency. */
public final class Air {

  /** A frame that nobody acknowledges is given up after this many latencies, as with retries. */
  private static final int RETRIES = 4;

  private final ScheduledExecutorService scheduler;
  private final Map<IeeeAddress, Station> stations = new LinkedHashMap<>();
  private final Map<Integer, Station> byNetworkAddress = new HashMap<>();
  private final List<Runnable> joiningChanged = new CopyOnWriteArrayList<>();
  private long halfLatencyNanos;
  private @Nullable Coordinator coordinator;

  /** {@code latency} is the time from a frame to the acknowledgement of its receiver. */
  public Air(ScheduledExecutorService scheduler, Duration latency) {
    this.scheduler = scheduler;
    this.halfLatencyNanos = latency.toNanos() / 2;
  }

  public ScheduledExecutorService scheduler() {
    return scheduler;
  }

  public void latency(Duration latency) {
    halfLatencyNanos = latency.toNanos() / 2;
  }

  public void add(Station station) {
    stations.put(station.ieeeAddress(), station);
    if (station instanceof Coordinator keeper) {
      coordinator = keeper;
    }
    addressChanged(station);
  }

  public void remove(Station station) {
    stations.remove(station.ieeeAddress());
    byNetworkAddress.values().remove(station);
  }

  /** A station joined, left or was given another network address. */
  public void addressChanged(Station station) {
    byNetworkAddress.values().remove(station);
    if (station.networkAddress() < Station.NO_ADDRESS) {
      byNetworkAddress.put(station.networkAddress(), station);
    }
  }

  public Collection<Station> stations() {
    return stations.values();
  }

  public Optional<Station> station(IeeeAddress address) {
    return Optional.ofNullable(stations.get(address));
  }

  public Optional<Station> station(int networkAddress) {
    return Optional.ofNullable(byNetworkAddress.get(networkAddress)).filter(Station::onNetwork);
  }

  /** The coordinator, while it is on its network. */
  public Optional<Coordinator> coordinator() {
    return Optional.ofNullable(coordinator).filter(Station::onNetwork);
  }

  /** The network the coordinator keeps, whether or not it is on the air just now. */
  public Optional<Coordinator.Network> network() {
    return Optional.ofNullable(coordinator).map(Coordinator::network);
  }

  /** {@code delivered} is told once, later, whether the addressee acknowledged. */
  public void unicast(ApsMessage message, Consumer<Boolean> delivered) {
    after(
        1,
        () -> {
          Station target = byNetworkAddress.get(message.destination());
          if (target == null || !target.onNetwork()) {
            after(2 * RETRIES, () -> delivered.accept(false));
          } else {
            target.hear(message, ok -> after(ok ? 1 : 2 * RETRIES, () -> delivered.accept(ok)));
          }
        });
  }

  /** To everybody whom a broadcast or multicast {@code message} may concern. */
  public void spread(ApsMessage message) {
    after(
        1,
        () -> {
          for (Station station : new ArrayList<>(stations.values())) {
            if (station.onNetwork()
                && station.networkAddress() != message.source()
                && reaches(message, station)) {
              station.hear(message, ok -> {});
            }
          }
        });
  }

  private static boolean reaches(ApsMessage message, Station station) {
    if (message.cast() == ApsMessage.Cast.MULTICAST) {
      return station.listensAlways();
    }
    return switch (message.destination()) {
      case ApsMessage.TO_ALL -> true;
      case ApsMessage.TO_ROUTERS -> station.isRouter();
      default -> station.listensAlways();
    };
  }

  /** Routers and the coordinator, whoever lets others join. */
  public Optional<Station> openParent() {
    return stations.values().stream()
        .filter(station -> station.onNetwork() && station.permitsJoining())
        .findFirst();
  }

  /** {@code listener} runs whenever a station may have begun to permit joining. */
  public void onJoiningChanged(Runnable listener) {
    joiningChanged.add(listener);
  }

  public void joiningChanged() {
    joiningChanged.forEach(Runnable::run);
  }

  private void after(int halves, Runnable task) {
    if (halfLatencyNanos == 0) {
      // Still later than now: an answer must not overtake the request it belongs to.
      scheduler.execute(task);
    } else {
      scheduler.schedule(task, halves * halfLatencyNanos, TimeUnit.NANOSECONDS);
    }
  }
}
