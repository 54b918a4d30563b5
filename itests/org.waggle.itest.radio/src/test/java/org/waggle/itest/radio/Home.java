package org.waggle.itest.radio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.PlainNetwork;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** A network of this JVM and the simulated house that it is in. */
final class Home implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Opened opened = new Opened();
  private final SimulatedHouse house;
  private final ZigbeeNetwork network;

  private Home(SimulatedHouse house, String name, Map<String, String> configuration) {
    this.house = opened.add(house);
    this.network =
        opened
            .add(PlainNetwork.start(name, configuration, Radios.provider(), Radios.ports()))
            .service();
  }

  /** A house whose devices join as soon as they may. */
  static SimulatedHouse house(Path directory, int devices, int latency) {
    return SimulatedHouse.start(
        directory,
        "--devices",
        Integer.toString(devices),
        "--latency",
        Integer.toString(latency),
        "--join-when-open",
        "--join-interval",
        "50");
  }

  /**
   * Starts a house and a network, and lets all devices join.
   *
   * @param latency of the air, ms
   */
  static Home start(String name, Path directory, int devices, int latency) throws Exception {
    SimulatedHouse house = house(directory, devices, latency);
    return start(
        house, name, directory, devices, Map.of("port", "tcp://127.0.0.1:" + house.radioPort()));
  }

  /**
   * Starts a network and lets all devices join.
   *
   * @param house closed together with the network
   */
  static Home start(
      SimulatedHouse house,
      String name,
      Path directory,
      int devices,
      Map<String, String> configuration)
      throws Exception {
    Map<String, String> all = new HashMap<>(configuration);
    all.put("directory", directory.resolve(name).toString());
    Home home = new Home(house, name, all);
    try {
      home.letJoin(devices);
      return home;
    } catch (Exception | AssertionError e) {
      home.close();
      throw e;
    }
  }

  private void letJoin(int devices) throws Exception {
    await(NetworkStatus.State.ONLINE);
    Radios.await(network.permitJoin(Duration.ofSeconds(200), Optional.empty()));
    await(() -> interviewed() == devices);
    Radios.await(network.permitJoin(Duration.ZERO, Optional.empty()));
  }

  private long interviewed() {
    return network.nodes().stream()
        .filter(node -> node.interviewState() == InterviewState.SUCCESSFUL)
        .count();
  }

  SimulatedHouse house() {
    return house;
  }

  ZigbeeNetwork network() {
    return network;
  }

  /** Some that listen all the time. */
  List<IeeeAddress> lamps(int count) {
    List<IeeeAddress> lamps = new ArrayList<>();
    for (ZigbeeNode node : network.nodes()) {
      if (!node.mayBeAsleep() && lamps.size() < count) {
        lamps.add(node.ieeeAddress());
      }
    }
    return lamps;
  }

  /** Waits for a status of the network. */
  void await(NetworkStatus.State state) throws Exception {
    await(() -> network.status().state() == state);
  }

  /** Waits until something about the network is so. */
  private void await(BooleanSupplier condition)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> met = new CompletableFuture<>();
    try (Subscription subscription =
        network.listen(
            new NetworkListener() {
              @Override
              public void statusChanged(NetworkStatus status) {
                look();
              }

              @Override
              public void interviewed(ZigbeeNode node) {
                look();
              }

              private void look() {
                if (condition.getAsBoolean()) {
                  met.complete(null);
                }
              }
            })) {
      if (condition.getAsBoolean()) {
        return;
      }
      met.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("It is not so; the network is " + network.status(), e);
    }
  }

  @Override
  public void close() {
    opened.close();
  }
}
