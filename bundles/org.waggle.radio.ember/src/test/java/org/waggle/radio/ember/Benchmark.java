package org.waggle.radio.ember;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.simulator.Main;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * How fast a radio is, with the simulator in a process of its own. Arguments: the provider's class
 * (on the class path), the EZSP version, the number of reports, and the share of serial frames to
 * be damaged and to be lost, each.
 */
final class Benchmark implements RadioListener {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final NetworkSettings NETWORK =
      new NetworkSettings(
          new NetworkParameters(0x1A62, 0xDDDDDDDDDDDDDDDDL, 11),
          Octets.ofHex("01030507090b0d0f00020406080a0c0d"));

  private final int controlPort;
  private final List<Integer> joined = new ArrayList<>();
  private final AtomicInteger reports = new AtomicInteger();
  private volatile int lastValue = -1;
  private volatile int disorder;

  public static void main(String[] arguments) throws Exception {
    String provider = arguments[0];
    int version = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    String faults = arguments.length > 3 ? arguments[3] : "0";
    Process simulator =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--devices",
                "4",
                "--latency",
                "0",
                "--ezsp",
                Integer.toString(version),
                "--with-parent")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(simulator.getInputStream(), StandardCharsets.UTF_8))) {
      String[] ready = output.readLine().split("[ =]");
      new Benchmark(Integer.parseInt(ready[4]))
          .run(provider, Integer.parseInt(ready[2]), count, faults);
    } finally {
      simulator.destroy();
    }
  }

  private Benchmark(int controlPort) {
    this.controlPort = controlPort;
  }

  private void run(String providerClass, int port, int count, String faults) throws Exception {
    ZigbeeRadioProvider provider =
        (ZigbeeRadioProvider)
            Class.forName(providerClass)
                .getConstructor(RadioPorts.class)
                .newInstance(new MachinePorts());
    long start = System.nanoTime();
    try (ZigbeeRadio radio = provider.create(RadioSettings.on("tcp://127.0.0.1:" + port), this)) {
      radio.open().toCompletableFuture().get(30, TimeUnit.SECONDS);
      long opened = System.nanoTime();
      radio.form(NETWORK).toCompletableFuture().get(30, TimeUnit.SECONDS);
      say("open %.1f ms, form %.1f ms", millis(start, opened), millis(opened, System.nanoTime()));
      radio.permitJoin(Duration.ofSeconds(200)).toCompletableFuture().get(30, TimeUnit.SECONDS);
      control("{'op':'join','device':'lamp0'}");
      control("{'op':'limit_messages','on':false}");
      for (String direction : List.of("to_host", "from_host")) {
        for (String fault : List.of("corrupt", "lose")) {
          control("{'op':'%s','direction':'%s','rate':%s}".formatted(fault, direction, faults));
        }
      }
      for (int round = 0; round < 3; round++) {
        reports(count);
      }
      for (int inFlight : faults.equals("0") ? new int[] {1, 4, 16} : new int[] {16}) {
        requests(radio, inFlight, 2_000);
        requests(radio, inFlight, 20_000);
      }
      say("%s", radio.counters().toCompletableFuture().get(30, TimeUnit.SECONDS));
    }
  }

  private void reports(int count) throws IOException {
    lastValue = -1;
    disorder = 0;
    int before = reports.get();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    control("{'op':'flood','device':'lamp0','from':0,'timeout':300,'count':" + count + "}");
    double seconds = millis(start, System.nanoTime()) / 1_000;
    int heard = reports.get() - before;
    double used = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
    say(
        "reports %d of %d (%d out of order), %.0f/s, CPU %.1f ms per 10,000, threads %d",
        heard, count, disorder, heard / seconds, used / heard * 10_000, Thread.activeCount());
  }

  private void requests(ZigbeeRadio radio, int inFlight, int count) throws InterruptedException {
    int lamp = joined.get(0);
    long[] latency = new long[count];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failures = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(count);
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    for (int i = 0; i < inFlight; i++) {
      send(radio, lamp, next, latency, failures, done);
    }
    done.await();
    double seconds = millis(start, System.nanoTime()) / 1_000;
    double used = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
    Arrays.sort(latency);
    say(
        "requests, %2d in flight: %.0f/s, p50 %.3f ms, p99 %.3f ms, %d failed, CPU %.1f ms per 10,000",
        inFlight,
        count / seconds,
        latency[count / 2] / 1e6,
        latency[count * 99 / 100] / 1e6,
        failures.get(),
        used / count * 10_000);
  }

  private static void send(
      ZigbeeRadio radio,
      int lamp,
      AtomicInteger next,
      long[] latency,
      AtomicInteger failures,
      CountDownLatch done) {
    int index = next.getAndIncrement();
    if (index >= latency.length) {
      return;
    }
    ApsRequest request =
        new ApsRequest(
            new Unicast(lamp), 0x0104, 6, 1, 1, Octets.of(0x11, index & 0xFF, 0x02), true);
    long start = System.nanoTime();
    CompletableFuture<Void> sent = radio.send(request).toCompletableFuture();
    sent.whenComplete(
        (nothing, failure) -> {
          latency[index] = System.nanoTime() - start;
          if (failure != null) {
            failures.incrementAndGet();
          }
          done.countDown();
          send(radio, lamp, next, latency, failures, done);
        });
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private JsonObject control(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", controlPort);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket
          .getOutputStream()
          .write((request.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
      JsonObject reply = JsonParser.parseString(reader.readLine()).getAsJsonObject();
      if (!reply.get("ok").getAsBoolean()) {
        throw new IOException(reply.toString());
      }
      return reply;
    }
  }

  @Override
  public void received(ApsIndication indication) {
    Octets payload = indication.payload();
    int end = payload.size();
    if (end > 5 && payload.at(2) == 0x0A) {
      int value = payload.at(end - 2) | payload.at(end - 1) << 8;
      if (value != lastValue + 1 && value != 0) { // where it begins anew
        disorder++;
      }
      lastValue = value;
      reports.incrementAndGet();
    }
  }

  @Override
  public void joined(JoinIndication indication) {
    joined.add(indication.networkAddress());
  }

  @Override
  public void left(IeeeAddress device, int networkAddress) {}

  @Override
  public void down(RadioException reason) {
    say("down: %s", reason.getMessage());
  }
}
