package org.waggle.itest.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.waggle.itest.processes.AirWatch;
import org.waggle.itest.processes.BridgeProbe;
import org.waggle.itest.processes.ProcessUsage;
import org.waggle.itest.processes.SimulatorClock;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.radio.ember.EmberRadios;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.radio.zsmartsystems.ZsmartsystemsRadios;

/**
 * Starts and loads both programs by turns and prints a table of what it measured. The README tells
 * how each figure is taken.
 */
public final class Benchmark {

  private static final int REPORTS = 10_000;
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

  private static final RadioPorts PORTS = new MachinePorts();

  private final Options options;
  private final Preparation preparation;
  private final Side theirs;
  private final Side ours;
  private final Radio usual = new Radio("radio.ember", new EmberRadios(PORTS));
  private final Radio fallback = new Radio("radio.zsmartsystems", new ZsmartsystemsRadios(PORTS));

  /** A program and what it is found to do. */
  private record Side(Contender contender, Figures figures) {

    Side(Contender contender) {
      this(contender, new Figures(contender.name()));
    }
  }

  /** A radio with nothing above it and what it is found to do. */
  private record Radio(ZigbeeRadioProvider provider, Figures figures) {

    Radio(String name, ZigbeeRadioProvider provider) {
      this(provider, new Figures(name));
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
    return new Table(
        options.runs(), theirs.figures(), ours.figures(), usual.figures(), fallback.figures());
  }

  private void measure(Metric start, int size) {
    try (Crowd crowd = preparation.crowd(size)) {
      preparation.data(theirs.contender(), crowd);
      preparation.data(ours.contender(), crowd);
      for (int run = 1; run <= options.runs(); run++) {
        System.out.printf("%d devices, run %d of %d%n", size, run, options.runs());
        crowd.airLatency(Crowd.USUAL_LATENCY);
        measure(start, theirs, crowd);
        crowd.airLatency(Crowd.USUAL_LATENCY);
        measure(start, ours, crowd);
        if (size == LOADED_SIZE) {
          measure(usual, crowd);
          measure(fallback, crowd);
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
      crowd.airLatency(0);
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
      setFloods(count -> sets.flood(bridge, count), crowd, result);
      closedLoops(new BridgeWire(bridge), crowd, result);
      result.add(Metric.MEMORY_LOADED, megabytes(running));
      result.add(Metric.THREADS, ProcessUsage.of(running.pids()).threads());
    }
  }

  private static void setFloods(IntFunction<Flow> flood, Crowd crowd, Figures result) {
    Flow quick = flood.apply(SETS);
    crowd.airLatency(Crowd.USUAL_LATENCY);
    Flow slow = flood.apply(SETS);
    crowd.airLatency(0);
    result.add(Metric.SET_RATE, quick.perSecond());
    result.add(Metric.SLOW_SET_RATE, slow.perSecond());
    result.add(Metric.SETS_LOST, quick.lost() + slow.lost());
  }

  private static void closedLoops(Lanes.Wire wire, Crowd crowd, Figures result) {
    Lanes.Pace alone = new Lanes(wire, crowd.lamps().subList(0, 1)).run(LATENCIES);
    result.add(Metric.ALONE_RATE, alone.perSecond());
    result.add(Metric.ANSWER_MEDIAN, Figures.percentile(alone.latencies(), 50));
    result.add(Metric.ANSWER_TAIL, Figures.percentile(alone.latencies(), 99));
    Lanes few = new Lanes(wire, crowd.lamps().subList(0, 4));
    result.add(Metric.FEW_RATE, few.run(SETS).perSecond());
    Lanes many = new Lanes(wire, crowd.lamps().subList(0, 16));
    result.add(Metric.MANY_RATE, many.run(SETS).perSecond());
  }

  private static void measure(Radio contender, Crowd crowd) {
    Figures result = contender.figures();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    try (RadioAlone radio = new RadioAlone(contender.provider(), crowd)) {
      result.add(Metric.START_SMALL, radio.startSeconds());
      crowd.airLatency(0);
      Reports reports = new Reports(crowd);
      reports.flood(radio, WARM_UP);
      double before = processorSeconds();
      Flow flood = reports.flood(radio, REPORTS);
      result.add(Metric.PROCESSOR, processorSeconds() - before);
      result.add(Metric.REPORT_RATE, flood.perSecond());
      result.add(Metric.REPORTS_LOST, flood.lost());
      try (AirWatch air = crowd.watch()) {
        Sets sets = new Sets(crowd, air);
        sets.flood(radio, WARM_UP);
        setFloods(count -> sets.flood(radio, count), crowd, result);
      }
      closedLoops(radio, crowd, result);
      result.add(Metric.THREADS, ManagementFactory.getThreadMXBean().getThreadCount() - threads);
    }
  }

  /** Of this process, in which the radios are. */
  private static double processorSeconds() {
    return ProcessUsage.of(List.of(ProcessHandle.current().pid())).processorTime().toMillis() / 1e3;
  }

  private static double megabytes(Contender.Running running) {
    return ProcessUsage.of(running.pids()).residentBytes() / 1e6;
  }

  private static double processorSeconds(Contender.Running running) {
    return ProcessUsage.of(running.pids()).processorTime().toMillis() / 1e3;
  }
}
