package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.SerialPortInfo;
import org.waggle.zigbee.PortSearch.Result;
import org.waggle.zigbee.PortSearch.Result.Target;

/**
 * Finds the coordinator: port, adapter and line, none of which need be configured; remembers what
 * worked. On the event thread; what takes a moment is done elsewhere.
 */
final class RadioSearch {

  /** How it went, if nothing failed. */
  sealed interface Outcome {

    /** A way to try. */
    record Found(Target target, LineSearch.Line line) implements Outcome {

      RadioSettings settings() {
        return line.settings();
      }
    }

    /** The port is not there, or it is not clear which one it is. */
    record NoPort(Result.Missing port) implements Outcome {}

    /** No bundle for the adapter is running. */
    record NoAdapter(String reason) implements Outcome {}
  }

  private final String network;
  private final Settings settings;
  private final RadioProviders providers;
  private final Ports ports;
  private final PortClaims claims;
  private final RadioMemory memory;
  private final EventThread thread;
  private final Executor slow;
  private final PortSearch portSearch;
  private final LineSearch lineSearch;

  private Set<String> bystanders = Set.of();
  private boolean doubtful;

  RadioSearch(
      String network,
      Settings settings,
      RadioProviders providers,
      Ports ports,
      PortClaims claims,
      RadioMemory memory,
      EventThread thread,
      Executor slow) {
    this.network = network;
    this.settings = settings;
    this.providers = providers;
    this.ports = ports;
    this.claims = claims;
    this.memory = memory;
    this.thread = thread;
    this.slow = slow;
    lineSearch = new LineSearch(network, settings, providers, thread);
    portSearch = new PortSearch(network, settings.radio().port(), claims, lineSearch::recognizes);
  }

  /** Keeps other networks from taking what is this one's though it is not open. */
  void reserve() {
    stableId()
        .or(() -> Optional.of(settings.radio().port()).filter(Ports::isTcp))
        .ifPresent(stick -> claims.claim(network, stick));
  }

  /** Whether it matters what is plugged in. */
  boolean dependsOnPorts() {
    return !portSearch.isTcp();
  }

  private CompletionStage<List<SerialPortInfo>> ports() {
    return dependsOnPorts()
        ? thread.bring(CompletableFuture.supplyAsync(ports::list, slow))
        : CompletableFuture.completedStage(List.of());
  }

  /** Looks which port it is now. */
  CompletionStage<Result> port() {
    return ports().thenApply(list -> portSearch.run(list, stableId(), bystanders));
  }

  CompletionStage<Outcome> run() {
    if (providers.find(settings.adapter()).isEmpty()) {
      return CompletableFuture.completedStage(
          new Outcome.NoAdapter(
              "No bundle for the adapter \"" + settings.adapter() + "\" is running"));
    }
    return port().thenCompose(this::line);
  }

  private CompletionStage<Outcome> line(Result result) {
    if (result instanceof Target target) {
      return lineSearch
          .run(
              target, place().filter(place -> place.stableId().equals(target.stableId())), doubtful)
          .thenApply(line -> new Outcome.Found(target, line));
    }
    return CompletableFuture.completedStage(new Outcome.NoPort((Result.Missing) result));
  }

  /** Takes what was found for this network; the network that was quicker, if there is one. */
  Optional<String> claim(Outcome.Found found) {
    return claims.claim(network, found.target.stick());
  }

  /** It works: it need not be searched for the next time. */
  void worked(Outcome.Found found) {
    doubtful = false;
    memory.place(
        new RadioMemory.Place(
            configured(),
            found.target.stableId(),
            found.line.adapter(),
            found.settings().baudRate(),
            found.settings().flowControl()));
    if (portSearch.isAutomatic()) {
      ports()
          .thenAccept(
              list ->
                  bystanders =
                      list.stream()
                          .flatMap(port -> port.stableId().stream())
                          .filter(id -> !found.target.stableId().equals(Optional.of(id)))
                          .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** Nobody answers there: what is known of the line may be wrong. */
  void doubt() {
    doubtful = true;
  }

  private Optional<RadioMemory.Place> place() {
    return memory.place(configured());
  }

  private Optional<String> stableId() {
    return place().flatMap(RadioMemory.Place::stableId);
  }

  private String configured() {
    return settings.radio().port() + " " + settings.adapter();
  }
}
