package org.waggle.bridge.networkmap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.RoutingTableEntry;

/**
 * A network as a map shows it.
 *
 * @param nodes the coordinator first, then in the order in which they joined
 * @param links those of one node together
 */
record Topology(List<Node> nodes, List<Link> links) {

  /**
   * A node.
   *
   * @param type as clients call it
   * @param failed what it did not tell; empty if it was not asked
   */
  record Node(
      IeeeAddress ieeeAddress,
      int networkAddress,
      String friendlyName,
      String type,
      Optional<String> manufacturerName,
      Optional<String> modelId,
      Optional<List<String>> failed,
      Optional<Instant> lastSeen,
      Optional<Definition> definition) {

    boolean isCoordinator() {
      return type.equals("Coordinator");
    }
  }

  /**
   * What serves a device.
   *
   * @param supports names of what it exposes
   */
  record Definition(String model, String vendor, String description, String supports) {}

  /**
   * One node hears another.
   *
   * @param source that is heard
   * @param target that hears, and told so
   * @param neighbour what it told
   * @param routes of the target by way of the source
   */
  record Link(
      Station source,
      Station target,
      NeighborTableEntry neighbour,
      List<RoutingTableEntry> routes) {}

  /** An end of a link; it need not be a node that is known. */
  record Station(IeeeAddress ieeeAddress, int networkAddress) {}
}
