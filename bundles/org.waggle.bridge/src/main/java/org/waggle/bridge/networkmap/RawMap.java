package org.waggle.bridge.networkmap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waggle.bridge.networkmap.Topology.Link;
import org.waggle.bridge.networkmap.Topology.Node;
import org.waggle.bridge.networkmap.Topology.Station;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.RoutingTableEntry;

/** A map as JSON. */
final class RawMap {

  /** In the bits of a table's entry: the node does not know. */
  private static final int UNKNOWN = 2;

  private static final String NETWORK_ADDRESS = "networkAddress";
  private static final String IEEE_ADDRESS = "ieeeAddr";

  private RawMap() {}

  static Map<String, Object> of(Topology topology) {
    return Map.of(
        "nodes",
        topology.nodes().stream().map(RawMap::node).toList(),
        "links",
        topology.links().stream().map(RawMap::link).toList());
  }

  private static Map<String, Object> node(Node node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(IEEE_ADDRESS, node.ieeeAddress().toString());
    json.put("friendlyName", node.friendlyName());
    json.put("type", node.type());
    json.put(NETWORK_ADDRESS, node.networkAddress());
    node.manufacturerName().ifPresent(name -> json.put("manufacturerName", name));
    node.modelId().ifPresent(id -> json.put("modelID", id));
    node.failed().ifPresent(failed -> json.put("failed", failed));
    node.lastSeen().ifPresent(seen -> json.put("lastSeen", seen.toEpochMilli()));
    node.definition()
        .ifPresent(
            definition ->
                json.put(
                    "definition",
                    Map.of(
                        "model",
                        definition.model(),
                        "vendor",
                        definition.vendor(),
                        "description",
                        definition.description(),
                        "supports",
                        definition.supports())));
    return json;
  }

  private static Map<String, Object> link(Link link) {
    NeighborTableEntry neighbour = link.neighbour();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", station(link.source()));
    json.put("target", station(link.target()));
    json.put("deviceType", neighbour.type().value());
    json.put("rxOnWhenIdle", bits(neighbour.receiverOnWhenIdle()));
    json.put("relationship", neighbour.relationship().value());
    json.put("permitJoining", bits(neighbour.permitsJoining()));
    json.put("depth", neighbour.depth());
    json.put("lqi", neighbour.lqi());
    json.put("routes", link.routes().stream().map(RawMap::route).toList());
    // What follows is deprecated, and there for older clients.
    json.put("sourceIeeeAddr", link.source().ieeeAddress().toString());
    json.put("targetIeeeAddr", link.target().ieeeAddress().toString());
    json.put("sourceNwkAddr", link.source().networkAddress());
    json.put("linkquality", neighbour.lqi());
    return json;
  }

  private static Map<String, Object> station(Station station) {
    return Map.of(
        IEEE_ADDRESS, station.ieeeAddress().toString(), NETWORK_ADDRESS, station.networkAddress());
  }

  private static Map<String, Object> route(RoutingTableEntry route) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("destinationAddress", route.destination());
    json.put("status", status(route.status()));
    json.put("memoryConstrained", bit(route.memoryConstrained()));
    json.put("manyToOne", bit(route.manyToOne()));
    json.put("routeRecordRequired", bit(route.routeRecordRequired()));
    json.put("reserved1", 0);
    json.put("nextHopAddress", route.nextHop());
    return json;
  }

  private static String status(RoutingTableEntry.Status status) {
    return status == RoutingTableEntry.Status.UNKNOWN ? "RESERVED1" : status.name();
  }

  private static int bits(Optional<Boolean> known) {
    return known.map(RawMap::bit).orElse(UNKNOWN);
  }

  private static int bit(boolean set) {
    return set ? 1 : 0;
  }
}
