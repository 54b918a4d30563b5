package org.waggle.simulator.ezsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.Station;
import org.waggle.zcl.IeeeAddress;

/** Children, neighbours, routes, addresses and counters. */
final class TableCommands {

  private static final int END_DEVICE = 3;
  private static final int SLEEPY_END_DEVICE = 4;
  private static final int UNKNOWN = 0xFFFF;
  private static final int NO_CHILD = 0xFF;
  private static final int MAX_CHILDREN = 32;
  private static final int GOOD_LQI = 200;

  private final Air air;
  private final NcpCoordinator coordinator;
  private final Counters counters;

  TableCommands(Air air, NcpCoordinator coordinator, Counters counters) {
    this.air = air;
    this.coordinator = coordinator;
    this.counters = counters;
  }

  void register(Commands commands) {
    commands.on(0x0029, this::getParentChildParameters);
    commands.on(0x003E, (in, out) -> out.status(Status.SUCCESS).u32(0)); // neighbor counter
    commands.on(0x004A, this::getChildData);
    commands.on(0x0060, this::lookupNodeIdByEui64);
    commands.on(0x0061, this::lookupEui64ByNodeId);
    commands.on(0x0065, this::readAndClearCounters);
    commands.on(0x00F1, (in, out) -> counters.write(out)); // readCounters
    commands.on(0x0079, this::getNeighbor);
    commands.on(0x007A, (in, out) -> out.u8((int) routers().count())); // neighborCount
    commands.on(0x007B, this::getRouteTableEntry);
    commands.on(0x007E, TableCommands::setExtendedTimeout);
    commands.on(0x007F, TableCommands::getExtendedTimeout);
    commands.on(0x00A8, this::removeDevice);
    commands.since(9, 0x00AC, (in, out) -> out.status(Status.SUCCESS)); // setChildData
    commands.since(9, 0x00AD, (in, out) -> out.status(Status.SUCCESS)); // neighbor counter
    commands.on(0x00F4, (in, out) -> {}); // setMacPollFailureWaitTime
    commands.since(12, 0x0106, this::childId);
    commands.since(12, 0x0107, this::childIndex);
    commands.since(14, 0x013B, (in, out) -> out.u8(0)); // routerChildCount
    commands.since(14, 0x013C, (in, out) -> out.u8(MAX_CHILDREN)); // maxChildCount
    commands.since(14, 0x013D, (in, out) -> out.u8(0)); // maxRouterChildCount
  }

  private Stream<Station> routers() {
    return coordinator.stations().stream().filter(Station::isRouter);
  }

  private void getParentChildParameters(EzspReader in, EzspWriter out) {
    out.u8(coordinator.children().size()).ieee(IeeeAddress.NONE).u16(UNKNOWN);
  }

  private void getChildData(EzspReader in, EzspWriter out) {
    Optional<Station> child = coordinator.children().stream().skip(in.u8()).findFirst();
    boolean awake = child.filter(Station::listensAlways).isPresent();
    out.status(child.isPresent() ? Status.SUCCESS : Status.NOT_JOINED)
        .ieee(child.map(Station::ieeeAddress).orElse(IeeeAddress.NONE))
        .u8(awake ? END_DEVICE : SLEEPY_END_DEVICE)
        .u16(child.map(Station::networkAddress).orElse(UNKNOWN))
        .u8(0)
        .u8(0)
        .u8(0);
    if (out.version().since(10)) {
      out.u32(0); // seconds until it is forgotten
    }
  }

  private void childId(EzspReader in, EzspWriter out) {
    Optional<Station> child = coordinator.children().stream().skip(in.u8()).findFirst();
    out.u16(child.map(Station::networkAddress).orElse(UNKNOWN));
  }

  private void childIndex(EzspReader in, EzspWriter out) {
    int address = in.u16();
    List<Integer> all = coordinator.children().stream().map(Station::networkAddress).toList();
    out.u8(all.contains(address) ? all.indexOf(address) : NO_CHILD);
  }

  private void lookupNodeIdByEui64(EzspReader in, EzspWriter out) {
    IeeeAddress address = in.ieee();
    out.u16(
        air.station(address)
            .filter(Station::onNetwork)
            .map(Station::networkAddress)
            .orElse(UNKNOWN));
  }

  private void lookupEui64ByNodeId(EzspReader in, EzspWriter out) {
    Optional<Station> found = air.station(in.u16());
    out.status(found.isPresent() ? Status.SUCCESS : Status.FATAL)
        .ieee(found.map(Station::ieeeAddress).orElse(IeeeAddress.NONE));
  }

  private void readAndClearCounters(EzspReader in, EzspWriter out) {
    counters.write(out);
    counters.clear();
  }

  private void getNeighbor(EzspReader in, EzspWriter out) {
    Optional<Station> found = routers().skip(in.u8()).findFirst();
    out.status(found.isPresent() ? Status.SUCCESS : Status.FATAL)
        .u16(found.map(Station::networkAddress).orElse(UNKNOWN))
        .u8(GOOD_LQI)
        .u8(1)
        .u8(1)
        .u8(0)
        .ieee(found.map(Station::ieeeAddress).orElse(IeeeAddress.NONE));
  }

  private void getRouteTableEntry(EzspReader in, EzspWriter out) {
    int address = routers().skip(in.u8()).findFirst().map(Station::networkAddress).orElse(UNKNOWN);
    int unused = 3;
    out.status(Status.SUCCESS)
        .u16(address)
        .u16(address)
        .u8(address == UNKNOWN ? unused : 0)
        .u8(0)
        .u8(0)
        .u8(0);
  }

  private static void setExtendedTimeout(EzspReader in, EzspWriter out) {
    if (out.version().since(14)) {
      out.status(Status.SUCCESS);
    }
  }

  /** A truth value until EZSP 13, success for true since. */
  private static void getExtendedTimeout(EzspReader in, EzspWriter out) {
    if (out.version().since(14)) {
      out.status(Status.FATAL);
    } else {
      out.u8(0);
    }
  }

  private void removeDevice(EzspReader in, EzspWriter out) {
    in.u16();
    in.ieee();
    Optional<Station> target = air.station(in.ieee()).filter(Station::onNetwork);
    target.ifPresent(Station::expelled);
    out.status(target.isPresent() ? Status.SUCCESS : Status.DELIVERY_FAILED);
  }
}
