package org.waggle.zigbee;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** A network over a fake stick, in virtual time. */
final class Bench {

  static final Octets KEY = Octets.ofHex("01030507090b0d0f00020406080a0c0d");
  static final long BULB = 0xB1L;
  static final long SENSOR = 0x51L;

  static final Settings SETTINGS =
      new Settings(
          "ember",
          RadioSettings.on("tcp://stick:6638"),
          11,
          OptionalInt.of(0x1a62),
          OptionalLong.of(0xddddddddddddddddL),
          Optional.of(KEY),
          16,
          false,
          Optional.empty());

  final VirtualTime time = new VirtualTime();
  final RadioProviders providers = new RadioProviders();
  final RecordedEvents told = new RecordedEvents();
  final FakeStick stick;
  final FakePorts ports;
  final DocumentStore store;
  boolean slowThreadHangs;
  final Wiring parts;
  final ZigbeeNetwork network;

  Bench(FakeStick stick, Settings settings) {
    this(stick, settings, time -> new MemoryStore());
  }

  Bench(Path directory, FakeStick stick, Settings settings) {
    this(stick, settings, time -> new FileStore(directory, time));
  }

  private Bench(FakeStick stick, Settings settings, Function<VirtualTime, DocumentStore> stores) {
    this("home", stick, settings, stores, new PortClaims(), new FakePorts());
  }

  /** A network among others. */
  Bench(
      String name,
      FakeStick stick,
      Settings settings,
      Function<VirtualTime, DocumentStore> stores,
      PortClaims claims,
      FakePorts ports) {
    this.stick = stick;
    this.ports = ports;
    store = stores.apply(time);
    Ports seen = new Ports();
    seen.add(ports);
    providers.add(stick, Map.of(ZigbeeRadioProvider.ADAPTER, "ember"));
    parts =
        new Wiring(
            name,
            settings,
            providers,
            seen,
            claims,
            new EventThread(time, time),
            store,
            this::runSlowly);
    network = new Network(parts);
    network.listen(told);
  }

  Bench() {
    this(new FakeStick(), SETTINGS);
  }

  private void runSlowly(Runnable task) {
    if (!slowThreadHangs) {
      time.execute(task);
    }
  }

  /** A network that is up and does not outlive the test. */
  static Bench online() {
    return new Bench().start();
  }

  /** A network that is up and remembered. */
  static Bench online(Path directory) {
    return new Bench(directory, new FakeStick(), SETTINGS).start();
  }

  Bench start() {
    parts.start();
    time.settle();
    return this;
  }

  NetworkStatus.State state() {
    return network.status().state();
  }

  /** The same stick and directory in another process. */
  Bench restarted(Path directory) {
    return new Bench(directory, stick, SETTINGS).start();
  }

  /** A bulb that joined and was interviewed. */
  FakeNode joinedBulb() {
    return joined(FakeNode.bulb(BULB, 0x1111));
  }

  FakeNode joinedSensor() {
    return joined(FakeNode.sensor(SENSOR, 0x2222));
  }

  FakeNode joined(FakeNode node) {
    stick.joins(node);
    time.settle();
    stick.takeSent();
    told.take();
    return node;
  }

  ZigbeeNode node(FakeNode node) {
    return network.node(node.ieeeAddress).orElseThrow();
  }

  void advance(int seconds) {
    time.advance(Duration.ofSeconds(seconds));
  }

  /** What a stage that has to be complete gave. */
  <T> T done(CompletionStage<T> stage) {
    time.settle();
    return stage.toCompletableFuture().getNow(null) == null && !isDone(stage)
        ? fail()
        : stage.toCompletableFuture().join();
  }

  ZigbeeException failure(CompletionStage<?> stage) {
    time.settle();
    try {
      stage.toCompletableFuture().getNow(null);
    } catch (CompletionException e) {
      return (ZigbeeException) e.getCause();
    }
    throw new AssertionError(isDone(stage) ? "did not fail" : "is not complete");
  }

  static boolean isDone(CompletionStage<?> stage) {
    return stage.toCompletableFuture().isDone();
  }

  static Target at(FakeNode node) {
    return new Target.Endpoint(new EndpointAddress(node.ieeeAddress, 1));
  }

  static IeeeAddress address(long value) {
    return new IeeeAddress(value);
  }

  private static <T> T fail() {
    throw new AssertionError("is not complete");
  }
}
