package org.waggle.bridge.networkmap;

import static org.waggle.bridge.Nodes.BULB;
import static org.waggle.bridge.Nodes.SENSOR;
import static org.waggle.bridge.Nodes.SWITCH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.waggle.bridge.Bench;
import org.waggle.bridge.FakeDefinition;
import org.waggle.bridge.Nodes;
import org.waggle.bridge.json.JsonValues;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.LogicalType;
import org.waggle.zcl.zdo.MgmtLqiRequest;
import org.waggle.zcl.zdo.MgmtLqiResponse;
import org.waggle.zcl.zdo.MgmtRtgRequest;
import org.waggle.zcl.zdo.MgmtRtgResponse;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.NeighborTableEntry.Relationship;
import org.waggle.zcl.zdo.RoutingTableEntry;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoStatus;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeNode;

/** Three devices whose tables a test fills, and a bridge that is asked for maps of them. */
abstract class NetworkMapBench {

  static final IeeeAddress COORDINATOR = new IeeeAddress(0x00124b0000000001L);
  private static final int PAGE = 3;

  final Bench bench = new Bench();
  final Map<IeeeAddress, List<NeighborTableEntry>> neighbours = new HashMap<>();
  final Map<IeeeAddress, List<RoutingTableEntry>> routes = new HashMap<>();
  final Set<IeeeAddress> silent = new HashSet<>();
  final List<String> asked = new ArrayList<>();
  final List<CompletableFuture<ZdoCommand>> pending = new ArrayList<>();

  @BeforeEach
  void setUp() {
    FakeDefinition bulb = FakeDefinition.light("bulb");
    bench.network.put(at(Nodes.router(BULB, "bulb", 1), 0x1001));
    bench.network.put(at(Nodes.router(SWITCH, "switch", 1), 0x1002));
    bench.network.put(at(Nodes.endDevice(SENSOR, "sensor"), 0x1003));
    bench.network.backgroundAnswer = this::answer;
    bench.with(bulb).start().forget();
  }

  private static ZigbeeNode at(ZigbeeNode node, int networkAddress) {
    return new ZigbeeNode(
        node.ieeeAddress(),
        networkAddress,
        node.type(),
        node.manufacturerCode(),
        node.basic(),
        node.interviewState(),
        node.endpoints(),
        node.lastSeen(),
        node.linkQuality());
  }

  static NeighborTableEntry neighbour(
      IeeeAddress address, int networkAddress, Relationship relationship) {
    return new NeighborTableEntry(
        1,
        address,
        networkAddress,
        LogicalType.ROUTER,
        Optional.of(true),
        relationship,
        Optional.empty(),
        1,
        200);
  }

  static RoutingTableEntry route(int destination, int nextHop) {
    return new RoutingTableEntry(
        destination, RoutingTableEntry.Status.ACTIVE, false, true, false, nextHop);
  }

  private CompletableFuture<ZdoCommand> answer(IeeeAddress node, ZdoCommand request) {
    asked.add(node + " " + request);
    if (silent.contains(node)) {
      CompletableFuture<ZdoCommand> never = new CompletableFuture<>();
      pending.add(never);
      return never;
    }
    return CompletableFuture.completedFuture(
        request instanceof MgmtLqiRequest lqi
            ? neighboursFrom(node, lqi.startIndex())
            : routesFrom(node, ((MgmtRtgRequest) request).startIndex()));
  }

  private ZdoCommand neighboursFrom(IeeeAddress node, int start) {
    List<NeighborTableEntry> all = neighbours.getOrDefault(node, List.of());
    return new MgmtLqiResponse(ZdoStatus.SUCCESS, all.size(), start, page(all, start));
  }

  private ZdoCommand routesFrom(IeeeAddress node, int start) {
    List<RoutingTableEntry> all = routes.getOrDefault(node, List.of());
    return new MgmtRtgResponse(ZdoStatus.SUCCESS, all.size(), start, page(all, start));
  }

  private static <T> List<T> page(List<T> all, int start) {
    return all.subList(start, Math.min(all.size(), start + PAGE));
  }

  void fallSilent(IeeeAddress... nodes) {
    silent.addAll(Set.of(nodes));
  }

  void timeOut() {
    List<CompletableFuture<ZdoCommand>> all = List.copyOf(pending);
    pending.clear();
    all.forEach(
        each -> each.completeExceptionally(new ZigbeeException(Reason.TIMEOUT, "no answer")));
    bench.network.settle();
  }

  Map<String, Object> map(String request) {
    return value(bench.request("networkmap", request).orElseThrow());
  }

  static Map<String, Object> value(String response) {
    Map<String, Object> data = JsonValues.object(Bench.object(response).get("data"));
    return JsonValues.object(data.get("value"));
  }

  static Map<String, Object> node(Map<String, Object> map, IeeeAddress address) {
    for (Object node : (List<?>) map.get("nodes")) {
      if (address.toString().equals(JsonValues.object(node).get("ieeeAddr"))) {
        return JsonValues.object(node);
      }
    }
    throw new AssertionError(address + " is not on the map");
  }
}
