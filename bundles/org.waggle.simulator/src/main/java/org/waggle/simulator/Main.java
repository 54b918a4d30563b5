package org.waggle.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.waggle.zcl.Octets;

/** Runs a simulator until it is told to quit, or killed. The bundle's README tells the options. */
public final class Main {

  private static final String WITH_PARENT = "--with-parent";

  private Main() {}

  /**
   * Prints {@code ready ezsp=PORT control=PORT} when hosts may connect.
   *
   * @throws IOException if a file cannot be read, or a port not be listened on
   */
  public static void main(String... arguments) throws IOException {
    CompletableFuture<?> orphaned = orphaned(arguments);
    try (Simulator simulator = options(arguments).start()) {
      System.out.printf(
          "ready ezsp=%d control=%d%n", simulator.ezspPort(), simulator.controlPort());
      System.out.flush();
      Thread shutdown = new Thread(simulator::close, "simulator-shutdown");
      Runtime.getRuntime().addShutdownHook(shutdown);
      CompletableFuture.anyOf(simulator.whenQuit().toCompletableFuture(), orphaned).join();
      Runtime.getRuntime().removeShutdownHook(shutdown);
    }
  }

  /** Completes when whoever started it has ended, if it is to end with them. */
  private static CompletableFuture<?> orphaned(String... arguments) {
    return List.of(arguments).contains(WITH_PARENT)
        ? ProcessHandle.current()
            .parent()
            .<CompletableFuture<?>>map(ProcessHandle::onExit)
            .orElseGet(CompletableFuture::new)
        : new CompletableFuture<>();
  }

  /**
   * @throws IllegalArgumentException if an option is unknown, or its value is wrong
   */
  static Simulator.Builder options(String... arguments) throws IOException {
    Simulator.Builder builder = Simulator.builder();
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--host" -> builder.host(value(option, rest));
        case "--port" -> builder.port(number(option, rest));
        case "--control" -> builder.controlPort(number(option, rest));
        case "--house" -> builder.house(value(option, rest));
        case "--devices" -> builder.crowd(number(option, rest));
        case "--directory" -> builder.directory(Path.of(value(option, rest)));
        case "--latency" -> builder.latency(Duration.ofMillis(number(option, rest)));
        case "--join-when-open" -> builder.joinWhenOpen(true);
        case "--join-interval" -> builder.joinInterval(Duration.ofMillis(number(option, rest)));
        case "--network" -> builder.formed(network(value(option, rest)));
        case WITH_PARENT -> {}
        case "--ezsp" -> builder.ezspVersion(number(option, rest));
        case "--faults" -> builder.faults(json(value(option, rest)));
        case "--seed" -> builder.seed(number(option, rest));
        case "--joined" -> builder.joined(true);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return builder;
  }

  private static String value(String option, Deque<String> rest) {
    String value = rest.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  private static int number(String option, Deque<String> rest) {
    String value = value(option, rest);
    try {
      return Integer.decode(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a number, not " + value, e);
    }
  }

  private static JsonObject json(String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("not a JSON object: " + text, e);
    }
  }

  /** Channel, PAN id, extended PAN id and network key, with commas between. */
  private static FormedNetwork network(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("--network CHANNEL,PAN,EXTENDED_PAN,KEY");
    }
    return new FormedNetwork(
        Integer.decode(parts[0]),
        Integer.decode(parts[1]),
        Octets.ofHex(parts[2]),
        Octets.ofHex(parts[3]));
  }
}
