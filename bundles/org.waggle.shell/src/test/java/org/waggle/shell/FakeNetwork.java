package org.waggle.shell;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.JoinWindow;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** What the commands need of a network. */
final class FakeNetwork {

  final List<ZigbeeNode> nodes = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  NetworkStatus status = NetworkStatus.ONLINE;
  Optional<Coordinator> coordinator = Optional.empty();
  Optional<JoinWindow> joinWindow = Optional.empty();
  CompletableFuture<Void> answer = CompletableFuture.completedFuture(null);
  CompletableFuture<Map<String, Long>> counters = new CompletableFuture<>();
  CompletableFuture<Map<Integer, Integer>> energies = new CompletableFuture<>();

  private final String name;

  FakeNetwork(String name) {
    this.name = name;
  }

  ZigbeeNetwork service() {
    return (ZigbeeNetwork)
        Proxy.newProxyInstance(
            FakeNetwork.class.getClassLoader(),
            new Class<?>[] {ZigbeeNetwork.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "name" -> name;
                  case "status" -> status;
                  case "coordinator" -> coordinator;
                  case "nodes" -> List.copyOf(nodes);
                  case "joinWindow" -> joinWindow;
                  case "counters" -> counters;
                  case "energyScan" -> energies;
                  case "permitJoin" -> permitJoin((Duration) arguments[0], arguments[1]);
                  default -> throw new AssertionError("no command needs " + method);
                });
  }

  private CompletableFuture<Void> permitJoin(Duration duration, Object through) {
    asked.add("permit " + duration.toSeconds() + " s " + through);
    return answer;
  }
}
