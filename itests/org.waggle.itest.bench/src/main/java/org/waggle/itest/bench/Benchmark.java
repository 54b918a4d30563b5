package org.waggle.itest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.waggle.itest.processes.AirWatch;
import org.waggle.itest.processes.BridgeProbe;
import org.waggle.itest.processes.ProcessUsage;
import org.waggle.itest.processes.SimulatorClock;

/**
 * Starts and loads both programs by turns and prints a table of what it measured. The README tells
 * how each figure is taken.
 */
public final class Benchmark {

  private static final int REPORTS = 5000;
  private static final int SETS = 2000;
  private static final int LATENCIES = 400;

  /** What the virtual machines of both programs are given to compile their code. */
  private static final int WARM_UP = 1000;

  /** From the end of the start to what is called idle. */
  private static final long SETTLING_SECONDS = 5;

  private static final int LOADED_SIZE = 50;

  private static final Map<Metric, Integer> STARTS =
      new EnumMap<>(
          Map.of(Metric.START_EMPTY, 0, Metric.START_SMALL, LOADED_SIZE, Metric.START_LARGE, 200));

  private final Options options;
  private final Preparation preparation;
  private final Side theirs;
  private final Side ours;
  private final Figures radioAlone = new Figures("Radio alone");

  /** A program and what it is found to do. */
  private record Side(Contender contender, Figures figures) {

    Side(Contender contender) {
      this(contender, new Figures(contender.name()));
    }
  }

  private Benchmark(Options options) {
    this.options = options;
    this.preparation = new Preparation(options.directory());
    this.theirs = new Side(new Zigbee2MqttContender(options.peers()));
    this.ours = new Side(new WaggleContender(options.waggle()));
  }

  /**
   * @param arguments see {@link Options}
   */
  public static void main(String... arguments) throws IOException {
    Options options = Options.parse(arguments);
    Benchmark benchmark = new Benchmark(options);
    STARTS.forEach(benchmark::measure);
    String table = benchmark.table().markdown();
    System.out.println(table);
    Files.writeString(options.table(), table);
  }

  private Table table() {
    return new Table(options.runs(), theirs.figures(), ours.figures(), radioAlone);
  }

  private void measure(Metric start, int size) {
    try (Crowd crowd = preparation.crowd(size)) {
      preparation.data(theirs.contender(), crowd);
      preparation.data(ours.contender(), crowd);
      for (int run = 1; run <= options.runs(); run++) {
        System.out.printf("%d devices, run %d of %d%n", size, run, options.runs());
        measure(start, theirs, crowd);
        measure(start, ours, crowd);
        if (size == LOADED_SIZE) {
          measureRadio(crowd);
        }
      }
    }
  }

  private void measure(Metric start, Side side, Crowd crowd) {
    Contender contender = side.contender();
    Path data = preparation.data(contender, crowd);
    long begin = SimulatorClock.now();
    try (Contender.Running running = contender.start(data, crowd.radioPort());
        BridgeProbe bridge = BridgeProbe.connect(running.brokerPort())) {
      Figures result = side.figures();
      result.add(start, (bridge.awaitOnline(crowd.size()) - begin) / 1e6);
      if (crowd.size() == LOADED_SIZE) {
        settle();
        load(running, bridge, crowd, result);
      }
    }
  }

  /** Nothing tells that a program is idle. */
  private static void settle() {
    try {
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void load(
      Contender.Running running, BridgeProbe bridge, Crowd crowd, Figures result) {
    try (AirWatch air = crowd.watch()) {
      Reports reports = new Reports(crowd);
      Sets sets = new Sets(crowd, air);
      result.add(Metric.MEMORY_IDLE, megabytes(running));
      reports.flood(bridge, WARM_UP);
      sets.flood(bridge, WARM_UP);
      List<Double> reportLatencies = reports.latencies(bridge, LATENCIES);
      result.add(Metric.REPORT_MEDIAN, Figures.percentile(reportLatencies, 50));
      result.add(Metric.REPORT_TAIL, Figures.percentile(reportLatencies, 99));
      List<Double> setLatencies = sets.latencies(bridge, LATENCIES);
      result.add(Metric.SET_MEDIAN, Figures.percentile(setLatencies, 50));
      result.add(Metric.SET_TAIL, Figures.percentile(setLatencies, 99));

      double before = processorSeconds(running);
      Flow flood = reports.flood(bridge, REPORTS);
      result.add(Metric.PROCESSOR, processorSeconds(running) - before);
      result.add(Metric.REPORT_RATE, flood.perSecond());
      result.add(Metric.REPORTS_LOST, flood.lost());
      Flow commands = sets.flood(bridge, SETS);
      result.add(Metric.SET_RATE, commands.perSecond());
      result.add(Metric.SETS_LOST, commands.lost());
      result.add(Metric.MEMORY_LOADED, megabytes(running));
    }
  }

  private void measureRadio(Crowd crowd) {
    try (AirWatch air = crowd.watch();
        RadioAlone radio = new RadioAlone(crowd)) {
      Reports reports = new Reports(crowd);
      Sets sets = new Sets(crowd, air);
      reports.flood(radio, WARM_UP);
      sets.flood(radio, WARM_UP);
      radioAlone.add(Metric.REPORT_RATE, reports.flood(radio, REPORTS).perSecond());
      radioAlone.add(Metric.SET_RATE, sets.flood(radio, SETS).perSecond());
    }
  }

  private static double megabytes(Contender.Running running) {
    return ProcessUsage.of(running.pids()).residentBytes() / 1e6;
  }

  private static double processorSeconds(Contender.Running running) {
    return ProcessUsage.of(running.pids()).processorTime().toMillis() / 1e3;
  }
}
