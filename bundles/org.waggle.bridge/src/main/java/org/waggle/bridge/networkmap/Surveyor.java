package org.waggle.bridge.networkmap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.networkmap.Topology.Link;
import org.waggle.bridge.networkmap.Topology.Station;
import org.waggle.bridge.publication.DeviceJson;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.NeighborTableEntry.Relationship;
import org.waggle.zcl.zdo.RoutingTableEntry;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** Draws up what nodes told of their surroundings. Disabled devices are left out. */
final class Surveyor {

  private static final IeeeAddress NO_ADDRESS = new IeeeAddress(0);

  /** What is no neighbour any more, and reserved values, are left out. */
  private static final Set<Relationship> PRESENT =
      Set.of(Relationship.PARENT, Relationship.CHILD, Relationship.SIBLING, Relationship.NONE);

  private final ZigbeeNetwork network;
  private final EntityNames names;
  private final Definitions definitions;

  Surveyor(ZigbeeNetwork network, EntityNames names, Definitions definitions) {
    this.network = network;
    this.names = names;
    this.definitions = definitions;
  }

  /** Who has tables to ask for; empty while the coordinator is not known. */
  List<IeeeAddress> routers() {
    List<IeeeAddress> routers = new ArrayList<>();
    network
        .coordinator()
        .ifPresent(
            coordinator -> {
              routers.add(coordinator.ieeeAddress());
              nodes().stream()
                  .filter(node -> node.type() != NodeType.END_DEVICE)
                  .forEach(node -> routers.add(node.ieeeAddress()));
            });
    return routers;
  }

  String name(IeeeAddress node) {
    return names.name(
        isCoordinator(node) ? new EntityKey.Coordinator() : new EntityKey.Device(node));
  }

  private boolean isCoordinator(IeeeAddress node) {
    return network.coordinator().map(Coordinator::ieeeAddress).filter(node::equals).isPresent();
  }

  private List<ZigbeeNode> nodes() {
    return network.nodes().stream()
        .filter(node -> node.type() != NodeType.GREEN_POWER)
        .filter(node -> !isDisabled(node))
        .toList();
  }

  private boolean isDisabled(ZigbeeNode node) {
    return Boolean.TRUE.equals(
        names.options(new EntityKey.Device(node.ieeeAddress())).get("disabled"));
  }

  /**
   * @param routes whether routes are to be shown
   */
  Topology topology(Map<IeeeAddress, Tables> tables, boolean routes) {
    List<Topology.Node> nodes = new ArrayList<>();
    network.coordinator().ifPresent(coordinator -> nodes.add(node(coordinator, tables, routes)));
    nodes().forEach(node -> nodes.add(node(node, tables, routes)));
    List<Link> links = new ArrayList<>();
    tables.forEach(
        (target, told) ->
            networkAddress(target)
                .ifPresent(
                    address -> links.addAll(links(new Station(target, address), told, routes))));
    return new Topology(nodes, links);
  }

  private static Optional<List<String>> failed(
      IeeeAddress node, Map<IeeeAddress, Tables> tables, boolean routes) {
    return Optional.ofNullable(tables.get(node)).map(told -> told.failures(routes));
  }

  private Topology.Node node(
      Coordinator coordinator, Map<IeeeAddress, Tables> tables, boolean routes) {
    return new Topology.Node(
        coordinator.ieeeAddress(),
        0,
        names.name(new EntityKey.Coordinator()),
        DeviceJson.typeName(NodeType.COORDINATOR),
        Optional.empty(),
        Optional.empty(),
        failed(coordinator.ieeeAddress(), tables, routes),
        Optional.empty(),
        Optional.empty());
  }

  private Topology.Node node(ZigbeeNode node, Map<IeeeAddress, Tables> tables, boolean routes) {
    return new Topology.Node(
        node.ieeeAddress(),
        node.networkAddress(),
        names.name(new EntityKey.Device(node.ieeeAddress())),
        DeviceJson.typeName(node.type()),
        node.basic().manufacturerName(),
        node.basic().modelId(),
        failed(node.ieeeAddress(), tables, routes),
        node.lastSeen(),
        definitions
            .serving(node.ieeeAddress())
            .map(serving -> definition(serving.facts().summary())));
  }

  private static Topology.Definition definition(DefinitionSummary summary) {
    Set<String> exposed = new LinkedHashSet<>();
    for (Expose expose : summary.exposes()) {
      exposed.add(expose.name().orElseGet(() -> features(expose)));
    }
    return new Topology.Definition(
        summary.model(), summary.vendor(), summary.description(), String.join(", ", exposed));
  }

  private static String features(Expose expose) {
    return expose.features().stream()
        .map(feature -> feature.name().orElse(""))
        .collect(Collectors.joining(", ", expose.type() + " (", ")"));
  }

  private List<Link> links(Station target, Tables told, boolean routes) {
    List<Link> links = new ArrayList<>();
    for (NeighborTableEntry neighbour : told.neighbours().orElse(List.of())) {
      if (PRESENT.contains(neighbour.relationship())) {
        Station source = new Station(ieeeAddress(neighbour), neighbour.networkAddress());
        List<RoutingTableEntry> ways = routes ? told.routes().orElse(List.of()) : List.of();
        links.add(
            new Link(
                source,
                target,
                neighbour,
                ways.stream().filter(way -> way.nextHop() == source.networkAddress()).toList()));
      }
    }
    return links;
  }

  /** Some nodes of Xiaomi only know the network addresses of their neighbours. */
  private IeeeAddress ieeeAddress(NeighborTableEntry neighbour) {
    if (!neighbour.ieeeAddress().equals(NO_ADDRESS)) {
      return neighbour.ieeeAddress();
    }
    if (neighbour.networkAddress() == 0) {
      return network.coordinator().map(Coordinator::ieeeAddress).orElse(NO_ADDRESS);
    }
    return network.nodes().stream()
        .filter(node -> node.networkAddress() == neighbour.networkAddress())
        .map(ZigbeeNode::ieeeAddress)
        .findFirst()
        .orElse(NO_ADDRESS);
  }

  private Optional<Integer> networkAddress(IeeeAddress address) {
    return isCoordinator(address)
        ? Optional.of(0)
        : network.node(address).map(ZigbeeNode::networkAddress);
  }
}
