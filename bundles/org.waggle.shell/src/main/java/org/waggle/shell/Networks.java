package org.waggle.shell;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.bridge.api.Bridge;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** The networks and bridges that are there at the moment, as {@code -n NAME} picks them. */
@Component(service = Networks.class)
public final class Networks {

  /** Stands for the option {@code -n} that was not given. */
  static final String UNNAMED = "";

  @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
  private volatile List<ZigbeeNetwork> networks = List.of();

  @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
  private volatile List<Bridge> bridges = List.of();

  /** The services are referenced afterwards. */
  @Activate
  public Networks() {}

  Networks(List<ZigbeeNetwork> networks, List<Bridge> bridges) {
    this.networks = networks;
    this.bridges = bridges;
  }

  /** The named network, or all by name. */
  List<ZigbeeNetwork> networks(String name) {
    requireKnown(name);
    return networks.stream()
        .filter(network -> isMeant(name, network.name()))
        .sorted(Comparator.comparing(ZigbeeNetwork::name))
        .toList();
  }

  /** The bridge of the named network, or all by network; at least one. */
  List<Bridge> bridges(String name) {
    requireKnown(name);
    List<Bridge> meant =
        bridges.stream()
            .filter(bridge -> isMeant(name, bridge.network()))
            .sorted(Comparator.comparing(Bridge::network))
            .toList();
    if (meant.isEmpty()) {
      throw new CommandException(
          name.equals(UNNAMED)
              ? "No bridge is running: waggle:networks tells which networks there are."
              : "Network '" + name + "' has no bridge running.");
    }
    return meant;
  }

  /** The bridge of a network, if it is running. */
  Optional<Bridge> bridgeOf(ZigbeeNetwork network) {
    return bridges.stream().filter(bridge -> bridge.network().equals(network.name())).findFirst();
  }

  /** The named network, or the only one. */
  ZigbeeNetwork network(String name) {
    String meant = nameOfOne(name);
    return networks(meant).stream()
        .findFirst()
        .orElseThrow(() -> new CommandException("Network '" + meant + "' is not there now."));
  }

  /** The bridge of the named network, or of the only one. */
  Bridge bridge(String name) {
    return bridges(nameOfOne(name)).get(0);
  }

  private String nameOfOne(String name) {
    requireKnown(name);
    SortedSet<String> names = names();
    if (!name.equals(UNNAMED)) {
      return name;
    }
    if (names.size() > 1) {
      throw new CommandException(
          "There are several networks (" + String.join(", ", names) + "): say which with -n NAME.");
    }
    return names.first();
  }

  private void requireKnown(String name) {
    SortedSet<String> names = names();
    if (names.isEmpty()) {
      throw new CommandException("There is no network: none is configured, or it did not start.");
    }
    if (!name.equals(UNNAMED) && !names.contains(name)) {
      throw new CommandException(
          "There is no network '" + name + "', but: " + String.join(", ", names) + ".");
    }
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    networks.forEach(network -> names.add(network.name()));
    bridges.forEach(bridge -> names.add(bridge.network()));
    return names;
  }

  private static boolean isMeant(String name, String network) {
    return name.equals(UNNAMED) || name.equals(network);
  }
}
