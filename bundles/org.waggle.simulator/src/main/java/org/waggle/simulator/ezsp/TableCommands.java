package org.waggle.simulator.ezsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;

/** Children, neighbours, routes, addresses and counters. */
final class TableCommands {

  private static final int SLEEPY_END_DEVICE = 4;
  private static final int UNKNOWN = 0xFFFF;
  private static final int COUNTERS = 41;
  private static final int GOOD_LQI = 200;

  private final Air air;
  private final NcpCoordinator coordinator;

  TableCommands(Air air, NcpCoordinator coordinator) {
    this.air = air;
    this.coordinator = coordinator;
  }

  void register(Commands commands) {
    commands.on(0x0029, this::getParentChildParameters);
    commands.on(0x004A, this::getChildData);
    commands.on(0x0060, this::lookupNodeIdByEui64);
    commands.on(0x0061, this::lookupEui64ByNodeId);
    commands.on(0x0065, TableCommands::counters); // readAndClearCounters
    commands.on(0x00F1, TableCommands::counters); // readCounters
    commands.on(0x0079, this::getNeighbor);
    commands.on(0x007A, (in, out) -> out.u8((int) routers().count())); // neighborCount
    commands.on(0x007B, this::getRouteTableEntry);
    commands.on(0x007E, (in, out) -> {}); // setExtendedTimeout
    commands.on(0x007F, (in, out) -> out.u8(0)); // getExtendedTimeout
    commands.on(0x00A8, this::removeDevice);
  }

  private Stream<Station> routers() {
    return coordinator.stations().stream().filter(Station::isRouter);
  }

  private List<Station> children() {
    return coordinator.stations().stream().filter(station -> !station.isRouter()).toList();
  }

  private void getParentChildParameters(WireReader in, WireWriter out) {
    out.u8(children().size()).ieee(IeeeAddress.NONE).u16(UNKNOWN);
  }

  private void getChildData(WireReader in, WireWriter out) {
    Optional<Station> child = children().stream().skip(in.u8()).findFirst();
    out.u8(child.isPresent() ? Status.SUCCESS : Status.NOT_JOINED)
        .ieee(child.map(Station::ieeeAddress).orElse(IeeeAddress.NONE))
        .u8(SLEEPY_END_DEVICE)
        .u16(child.map(Station::networkAddress).orElse(UNKNOWN))
        .u8(0)
        .u8(0)
        .u8(0)
        .u32(0);
  }

  private void lookupNodeIdByEui64(WireReader in, WireWriter out) {
    IeeeAddress address = in.ieee();
    out.u16(
        air.station(address)
            .filter(Station::onNetwork)
            .map(Station::networkAddress)
            .orElse(UNKNOWN));
  }

  private void lookupEui64ByNodeId(WireReader in, WireWriter out) {
    Optional<Station> found = air.station(in.u16());
    out.u8(found.isPresent() ? Status.SUCCESS : 0x01)
        .ieee(found.map(Station::ieeeAddress).orElse(IeeeAddress.NONE));
  }

  private static void counters(WireReader in, WireWriter out) {
    for (int i = 0; i < COUNTERS; i++) {
      out.u16(0);
    }
  }

  private void getNeighbor(WireReader in, WireWriter out) {
    Optional<Station> found = routers().skip(in.u8()).findFirst();
    out.u8(found.isPresent() ? Status.SUCCESS : 0x01)
        .u16(found.map(Station::networkAddress).orElse(UNKNOWN))
        .u8(GOOD_LQI)
        .u8(1)
        .u8(1)
        .u8(0)
        .ieee(found.map(Station::ieeeAddress).orElse(IeeeAddress.NONE));
  }

  private void getRouteTableEntry(WireReader in, WireWriter out) {
    int address = routers().skip(in.u8()).findFirst().map(Station::networkAddress).orElse(UNKNOWN);
    int unused = 3;
    out.u8(Status.SUCCESS)
        .u16(address)
        .u16(address)
        .u8(address == UNKNOWN ? unused : 0)
        .u8(0)
        .u8(0)
        .u8(0);
  }

  private void removeDevice(WireReader in, WireWriter out) {
    in.u16();
    in.ieee();
    Optional<Station> target = air.station(in.ieee()).filter(Station::onNetwork);
    target.ifPresent(Station::expelled);
    out.u8(target.isPresent() ? Status.SUCCESS : Status.DELIVERY_FAILED);
  }
}
