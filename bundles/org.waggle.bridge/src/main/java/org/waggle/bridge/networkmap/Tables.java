package org.waggle.bridge.networkmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.RoutingTableEntry;

/**
 * What a node that was asked told of its surroundings.
 *
 * @param neighbours empty if it did not tell
 * @param routes empty if it did not tell
 */
record Tables(
    Optional<List<NeighborTableEntry>> neighbours, Optional<List<RoutingTableEntry>> routes) {

  /** What could not be read, as clients call it. */
  List<String> failures(boolean routesWanted) {
    List<String> failures = new ArrayList<>();
    if (neighbours.isEmpty()) {
      failures.add("lqi");
    }
    if (routesWanted && routes.isEmpty()) {
      failures.add("routingTable");
    }
    return failures;
  }
}
