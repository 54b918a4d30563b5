package org.waggle.itest.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.waggle.itest.processes.AirWatch;
import org.waggle.itest.processes.BridgeProbe;

/**
 * Makes a program know all devices of a network, by having them join it. What both programs and the
 * simulator remember of it stays for later runs.
 */
record Preparation(Path directory) {

  /** Devices that join at once; more would be slower together. */
  private static final int AT_ONCE = 5;

  private static final Duration OF_A_FEW_DEVICES = Duration.ofSeconds(90);

  /** So long nothing on the air means that all is configured. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  Crowd crowd(int size) {
    return Crowd.of(size, folder("simulator-" + size));
  }

  /** The data of a program that knows all devices. */
  Path data(Contender contender, Crowd crowd) {
    Path data = folder(contender.id() + "-" + crowd.size());
    Path mark = data.resolve("prepared");
    if (Files.notExists(mark)) {
      clear(data);
      long begin = System.nanoTime();
      try (Contender.Running running = contender.start(data, crowd.radioPort());
          BridgeProbe bridge = BridgeProbe.connect(running.brokerPort())) {
        bridge.awaitOnline(0);
        join(crowd, bridge);
      }
      write(mark);
      System.out.printf(
          "%s knows %d devices after %d s%n",
          contender.name(), crowd.size(), (System.nanoTime() - begin) / 1_000_000_000);
    }
    return data;
  }

  private static void join(Crowd crowd, BridgeProbe bridge) {
    List<Crowd.Device> devices = crowd.devices();
    try (AirWatch air = crowd.watch()) {
      for (int i = 0; i < devices.size(); i++) {
        if (i % AT_ONCE == 0) {
          bridge.awaitInterviewed(i, OF_A_FEW_DEVICES);
          bridge.permitJoin();
        }
        crowd.ask("{'op':'join','device':'" + devices.get(i).name() + "'}");
      }
      bridge.awaitInterviewed(devices.size(), OF_A_FEW_DEVICES);
      int next = 0;
      while (air.frames().await(next, QUIET).isPresent()) {
        next = air.frames().count();
      }
    }
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what an attempt that was cut short left. */
  private static void clear(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path mark) {
    try {
      Files.createFile(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
