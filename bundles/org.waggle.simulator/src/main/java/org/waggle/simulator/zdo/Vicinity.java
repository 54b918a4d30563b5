package org.waggle.simulator.zdo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whom of a large house a station has in its tables. Routers stand in a ring, in the order of their
 * network addresses, and hear {@value #ROUTERS} others, half of them on each side; frames go round
 * by the shorter way. In a house with fewer, everybody hears everybody.
 */
final class Vicinity {

  private static final int ROUTERS = 16;
  private static final int CHILDREN = 32;
  private static final int ROUTES = 16;

  private final ZdoNode node;
  private final List<Neighbour> all;

  /** The network addresses of all routers in their order, this station's included. */
  private final List<Integer> ring;

  private final Set<Integer> heard;

  Vicinity(ZdoNode node) {
    this.node = node;
    this.all = node.neighbours();
    this.ring =
        Stream.concat(
                Stream.of(node.networkAddress()),
                all.stream().filter(Vicinity::isRouter).map(Neighbour::networkAddress))
            .sorted()
            .toList();
    this.heard = new HashSet<>(near());
  }

  private static boolean isRouter(Neighbour neighbour) {
    return neighbour.type() != NodeDescriptor.Type.END_DEVICE;
  }

  private List<Integer> near() {
    int own = ring.indexOf(node.networkAddress());
    return ring.size() <= ROUTERS + 1
        ? ring
        : IntStream.rangeClosed(-ROUTERS / 2, ROUTERS / 2)
            .mapToObj(step -> ring.get(Math.floorMod(own + step, ring.size())))
            .toList();
  }

  List<Neighbour> neighbours() {
    List<Neighbour> neighbours = new ArrayList<>();
    int children = 0;
    for (Neighbour neighbour : all) {
      if (isRouter(neighbour)
          ? heard.contains(neighbour.networkAddress())
          : children++ < CHILDREN) {
        neighbours.add(neighbour);
      }
    }
    return neighbours;
  }

  List<Route> routes() {
    return node.routes().stream().limit(ROUTES).map(this::byNeighbour).toList();
  }

  private Route byNeighbour(Route route) {
    int destination = ring.indexOf(route.destination());
    if (heard.contains(route.nextHop()) || destination < 0) {
      return route;
    }
    return heard.stream()
        .min(Comparator.comparing(hop -> steps(ring.indexOf(hop), destination)))
        .map(hop -> new Route(route.destination(), hop))
        .orElse(route);
  }

  private int steps(int from, int to) {
    int one = Math.floorMod(to - from, ring.size());
    return Math.min(one, ring.size() - one);
  }
}
