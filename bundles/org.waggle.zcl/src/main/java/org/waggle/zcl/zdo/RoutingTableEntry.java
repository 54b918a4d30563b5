package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * A route as a node knows it (Zigbee specification 2.4.4.3.3).
 *
 * @param destination network address
 * @param memoryConstrained whether the destination is a concentrator that does not store routes
 * @param manyToOne whether the destination is a concentrator that asked for this route
 * @param routeRecordRequired whether a route record goes ahead of the next frame
 * @param nextHop network address
 */
public record RoutingTableEntry(
    int destination,
    Status status,
    boolean memoryConstrained,
    boolean manyToOne,
    boolean routeRecordRequired,
    int nextHop) {

  /** What a route is good for. */
  public enum Status {
    ACTIVE(0),
    DISCOVERY_UNDERWAY(1),
    DISCOVERY_FAILED(2),
    INACTIVE(3),
    VALIDATION_UNDERWAY(4),
    /** A reserved value. */
    UNKNOWN(5);

    private static final List<Status> BY_VALUE = List.of(values());

    private final int value;

    Status(int value) {
      this.value = value;
    }

    /** The value on the wire. */
    public int value() {
      return value;
    }

    private static Status of(int value) {
      return BY_VALUE.get(Math.min(value, UNKNOWN.value));
    }
  }

  static RoutingTableEntry read(ZclReader reader) {
    int destination = reader.uint16();
    int flags = reader.uint8();
    return new RoutingTableEntry(
        destination,
        Status.of(flags & 0x07),
        (flags & 0x08) != 0,
        (flags & 0x10) != 0,
        (flags & 0x20) != 0,
        reader.uint16());
  }

  void write(ZclWriter writer) {
    writer
        .uint16(destination)
        .uint8(
            status.value
                | (memoryConstrained ? 0x08 : 0)
                | (manyToOne ? 0x10 : 0)
                | (routeRecordRequired ? 0x20 : 0))
        .uint16(nextHop);
  }
}
