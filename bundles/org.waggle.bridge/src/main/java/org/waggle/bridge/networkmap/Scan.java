package org.waggle.bridge.networkmap;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.RoutingTableEntry;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * Asks nodes for their tables, all of them at once as far as the network has time for it: a node
 * that is silent delays no other. What fails is tried once more. On the event thread.
 */
final class Scan {

  /** Gives a crowded network time to settle. */
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

  private final ZigbeeNetwork network;
  private final boolean routes;
  private final Map<IeeeAddress, Tables> tables = new LinkedHashMap<>();
  private final CompletableFuture<Map<IeeeAddress, Tables>> result = new CompletableFuture<>();
  private final Set<CompletableFuture<ZdoCommand>> asked = new HashSet<>();
  private final Set<Subscription> pauses = new HashSet<>();
  private int unfinished;
  private boolean cancelled;

  /**
   * @param routes whether to ask for routing tables, too
   */
  Scan(ZigbeeNetwork network, boolean routes) {
    this.network = network;
    this.routes = routes;
  }

  boolean hasRoutes() {
    return routes;
  }

  /** Completes with what each node told, in the order in which they were given. */
  CompletionStage<Map<IeeeAddress, Tables>> start(List<IeeeAddress> nodes) {
    unfinished = nodes.size();
    nodes.forEach(node -> tables.put(node, new Tables(Optional.empty(), Optional.empty())));
    nodes.forEach(this::ask);
    if (nodes.isEmpty()) {
      result.complete(tables);
    }
    return result;
  }

  CompletionStage<Map<IeeeAddress, Tables>> result() {
    return result;
  }

  /** Asks no more; the result never comes. */
  void cancel() {
    cancelled = true;
    pauses.forEach(Subscription::close);
    Set.copyOf(asked).forEach(request -> request.cancel(false));
  }

  private void ask(IeeeAddress node) {
    CompletionStage<Optional<List<NeighborTableEntry>>> neighbours =
        table(node, TableReader.NEIGHBOURS);
    CompletionStage<Optional<List<RoutingTableEntry>>> ways =
        routes
            ? table(node, TableReader.ROUTES)
            : CompletableFuture.completedFuture(Optional.empty());
    neighbours
        .thenCombine(ways, Tables::new)
        .thenAccept(
            told -> {
              tables.put(node, told);
              unfinished--;
              if (unfinished == 0 && !cancelled) {
                result.complete(tables);
              }
            });
  }

  /** A table of a node; empty if it cannot be read twice. */
  private <T> CompletionStage<Optional<List<T>>> table(IeeeAddress node, TableReader<T> reader) {
    Supplier<CompletionStage<List<T>>> attempt = () -> reader.read(request -> send(node, request));
    return attempt
        .get()
        .exceptionallyCompose(failure -> pause().thenCompose(rested -> attempt.get()))
        .handle((table, failure) -> Optional.ofNullable(table));
  }

  private CompletionStage<ZdoCommand> send(IeeeAddress node, ZdoCommand request) {
    CompletableFuture<ZdoCommand> answer = network.sendInBackground(node, request);
    asked.add(answer);
    answer.whenComplete((response, failure) -> asked.remove(answer));
    return answer;
  }

  private CompletionStage<@Nullable Void> pause() {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    if (!cancelled) {
      pauses.add(network.schedule(RETRY_PAUSE, () -> over.complete(null)));
    }
    return over;
  }
}
