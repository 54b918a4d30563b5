package org.waggle.simulator.zdo;

import org.waggle.simulator.air.Station;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;

/** An entry of a neighbour table. */
public record Neighbour(
    long extendedPanId,
    IeeeAddress address,
    int networkAddress,
    NodeDescriptor.Type type,
    boolean listensWhenIdle,
    Relation relation,
    boolean permitsJoining,
    int depth,
    int lqi) {

  /** What the neighbour is to the station, in the order of the numbers. */
  public enum Relation {
    PARENT,
    CHILD,
    SIBLING,
    NONE
  }

  public static Neighbour of(long extendedPanId, Station station, Relation relation, int lqi) {
    NodeDescriptor.Type type =
        station.networkAddress() == 0
            ? NodeDescriptor.Type.COORDINATOR
            : station.isRouter() ? NodeDescriptor.Type.ROUTER : NodeDescriptor.Type.END_DEVICE;
    return new Neighbour(
        extendedPanId,
        station.ieeeAddress(),
        station.networkAddress(),
        type,
        station.listensAlways(),
        relation,
        station.permitsJoining(),
        type == NodeDescriptor.Type.COORDINATOR ? 0 : 1,
        lqi);
  }

  void write(WireWriter out) {
    out.u32(extendedPanId)
        .u32(extendedPanId >>> 32)
        .ieee(address)
        .u16(networkAddress)
        .u8(type.ordinal() | (listensWhenIdle ? 1 : 0) << 2 | relation.ordinal() << 4)
        .u8(permitsJoining ? 1 : 0)
        .u8(depth)
        .u8(lqi);
  }
}
