package org.waggle.simulator.zdo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.IeeeAddress;

class VicinityTest {

  private static Neighbour neighbour(int networkAddress, NodeDescriptor.Type type) {
    return new Neighbour(
        1,
        new IeeeAddress(networkAddress),
        networkAddress,
        type,
        true,
        Neighbour.Relation.SIBLING,
        false,
        1,
        200);
  }

  private static Neighbour router(int networkAddress) {
    return neighbour(networkAddress, NodeDescriptor.Type.ROUTER);
  }

  /** A router of a house whose routers have the addresses from 0 on. */
  private static Vicinity of(int networkAddress, int routers, int children, Route... routes) {
    List<Neighbour> neighbours = new ArrayList<>();
    IntStream.range(0, routers)
        .filter(other -> other != networkAddress)
        .forEach(other -> neighbours.add(router(other)));
    IntStream.range(0, children)
        .forEach(i -> neighbours.add(neighbour(0x2000 + i, NodeDescriptor.Type.END_DEVICE)));
    return new Vicinity(new Tables(networkAddress, neighbours, List.of(routes)));
  }

  private static List<Integer> heard(Vicinity vicinity) {
    return vicinity.neighbours().stream().map(Neighbour::networkAddress).toList();
  }

  @Test
  void isAllOfASmallHouse() {
    assertThat(of(3, 17, 0).neighbours()).hasSize(16);
  }

  @Test
  void isHalfBeforeAndHalfBehindInALargeHouse() {
    assertThat(heard(of(50, 151, 0)))
        .containsExactly(42, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58);
    assertThat(heard(of(2, 151, 0)))
        .containsExactly(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 145, 146, 147, 148, 149, 150);
  }

  @Test
  void hasRoomForSoManyChildren() {
    assertThat(of(0, 3, 50).neighbours()).hasSize(2 + 32);
  }

  @Test
  void sendsFramesByANeighbourOnTheShorterWay() {
    assertThat(of(50, 151, 0, new Route(0, 0)).routes()).containsExactly(new Route(0, 42));
    assertThat(of(140, 151, 0, new Route(0, 0)).routes()).containsExactly(new Route(0, 148));
    assertThat(of(5, 151, 0, new Route(0, 0)).routes()).containsExactly(new Route(0, 0));
  }

  @Test
  void knowsNoMoreRoutesThanThereIsRoomFor() {
    Route[] routes =
        IntStream.range(1, 150).mapToObj(other -> new Route(other, other)).toArray(Route[]::new);

    assertThat(of(0, 151, 0, routes).routes()).hasSize(16);
  }

  /** A station as far as its tables go. */
  private record Tables(int networkAddress, List<Neighbour> neighbours, List<Route> routes)
      implements ZdoNode {

    @Override
    public IeeeAddress ieeeAddress() {
      return new IeeeAddress(networkAddress);
    }

    @Override
    public NodeDescriptor nodeDescriptor() {
      return new NodeDescriptor(NodeDescriptor.Type.ROUTER, 0x8E, 0, 0, 82);
    }

    @Override
    public int powerDescriptor() {
      return 0;
    }

    @Override
    public List<EndpointDescriptor> endpoints() {
      return List.of();
    }

    @Override
    public List<Binding> bindings() {
      return List.of();
    }

    @Override
    public boolean bind(Binding binding) {
      return false;
    }

    @Override
    public boolean unbind(Binding binding) {
      return false;
    }

    @Override
    public void permitJoining(int seconds) {}

    @Override
    public void leave(boolean rejoin) {}
  }
}
