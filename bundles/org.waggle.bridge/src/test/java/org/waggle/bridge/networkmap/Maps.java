package org.waggle.bridge.networkmap;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waggle.bridge.networkmap.Topology.Definition;
import org.waggle.bridge.networkmap.Topology.Link;
import org.waggle.bridge.networkmap.Topology.Node;
import org.waggle.bridge.networkmap.Topology.Station;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.LogicalType;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.NeighborTableEntry.Relationship;
import org.waggle.zcl.zdo.RoutingTableEntry;

/** A small network to draw: a coordinator, a plug that is a router, and a sensor at the plug. */
final class Maps {

  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private static final Station COORDINATOR = new Station(new IeeeAddress(0xC0), 0);
  private static final Station PLUG = new Station(new IeeeAddress(0xA1), 0x5dde);
  private static final Station SENSOR = new Station(new IeeeAddress(0xE1), 0x00a2);

  private Maps() {}

  static Topology small() {
    return new Topology(
        List.of(
            new Node(
                COORDINATOR.ieeeAddress(),
                0,
                "Coordinator",
                "Coordinator",
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty()),
            new Node(
                PLUG.ieeeAddress(),
                PLUG.networkAddress(),
                "the \"plug\"",
                "Router",
                Optional.of("Acme"),
                Optional.of("plug"),
                Optional.of(List.of("lqi", "routingTable")),
                Optional.of(NOW.minusSeconds(65)),
                Optional.of(new Definition("PLUG-1", "Acme", "Plug with \\", "switch (state)"))),
            new Node(
                SENSOR.ieeeAddress(),
                SENSOR.networkAddress(),
                "a sensor",
                "EndDevice",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        List.of(
            link(PLUG, COORDINATOR, 200, 0x5dde, 0x00a2),
            link(COORDINATOR, PLUG, 184),
            link(SENSOR, PLUG, 90)));
  }

  private static Link link(Station source, Station target, int lqi, int... destinations) {
    return new Link(
        source,
        target,
        new NeighborTableEntry(
            1,
            source.ieeeAddress(),
            source.networkAddress(),
            LogicalType.ROUTER,
            Optional.of(true),
            Relationship.SIBLING,
            Optional.of(false),
            1,
            lqi),
        Arrays.stream(destinations)
            .mapToObj(
                destination ->
                    new RoutingTableEntry(
                        destination,
                        RoutingTableEntry.Status.ACTIVE,
                        false,
                        false,
                        false,
                        source.networkAddress()))
            .toList());
  }
}
