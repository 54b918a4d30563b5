package org.waggle.zcl.zdo;

import java.util.List;
import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * A neighbor as a node knows it (Zigbee specification 2.4.4.3.2).
 *
 * @param extendedPanId of the neighbor's network
 * @param ieeeAddress of the neighbor; all bits set if the node does not know it
 * @param networkAddress 0..0xFFFF
 * @param receiverOnWhenIdle empty if the node does not know
 * @param permitsJoining empty if the node does not know
 * @param depth in the tree, 0 being the coordinator; 0..0xFF
 * @param lqi of frames from the neighbor, 0..0xFF
 */
public record NeighborTableEntry(
    long extendedPanId,
    IeeeAddress ieeeAddress,
    int networkAddress,
    LogicalType type,
    Optional<Boolean> receiverOnWhenIdle,
    Relationship relationship,
    Optional<Boolean> permitsJoining,
    int depth,
    int lqi) {

  /** What the neighbor is to the node. */
  public enum Relationship {
    PARENT(0),
    CHILD(1),
    SIBLING(2),
    NONE(3),
    PREVIOUS_CHILD(4),
    /** A reserved value. */
    UNKNOWN(5);

    private static final List<Relationship> BY_VALUE = List.of(values());

    private final int value;

    Relationship(int value) {
      this.value = value;
    }

    /** The value on the wire. */
    public int value() {
      return value;
    }

    private static Relationship of(int value) {
      return BY_VALUE.get(Math.min(value, UNKNOWN.value));
    }
  }

  private static final int UNKNOWN = 2;

  static NeighborTableEntry read(ZclReader reader) {
    long extendedPanId = reader.unsigned(8);
    IeeeAddress ieeeAddress = reader.ieeeAddress();
    int networkAddress = reader.uint16();
    int flags = reader.uint8();
    return new NeighborTableEntry(
        extendedPanId,
        ieeeAddress,
        networkAddress,
        LogicalType.of(flags & 0x03),
        known(flags >> 2 & 0x03),
        Relationship.of(flags >> 4 & 0x07),
        known(reader.uint8() & 0x03),
        reader.uint8(),
        reader.uint8());
  }

  void write(ZclWriter writer) {
    writer
        .unsigned(8, extendedPanId)
        .ieeeAddress(ieeeAddress)
        .uint16(networkAddress)
        .uint8(type.value() | bits(receiverOnWhenIdle) << 2 | relationship.value << 4)
        .uint8(bits(permitsJoining))
        .uint8(depth)
        .uint8(lqi);
  }

  private static Optional<Boolean> known(int bits) {
    return bits < UNKNOWN ? Optional.of(bits == 1) : Optional.empty();
  }

  private static int bits(Optional<Boolean> known) {
    return known.map(yes -> yes ? 1 : 0).orElse(UNKNOWN);
  }
}
