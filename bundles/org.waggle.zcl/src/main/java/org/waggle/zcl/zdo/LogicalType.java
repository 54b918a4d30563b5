package org.waggle.zcl.zdo;

import java.util.List;

/** What a node is to its network (Zigbee specification 2.3.2.3.1). */
public enum LogicalType {
  COORDINATOR(0),
  ROUTER(1),
  END_DEVICE(2),
  /** 3 in a neighbor table; a reserved value elsewhere. */
  UNKNOWN(3);

  private static final List<LogicalType> BY_VALUE = List.of(values());

  private final int value;

  LogicalType(int value) {
    this.value = value;
  }

  /** The value on the wire. */
  public int value() {
    return value;
  }

  static LogicalType of(int value) {
    return value < 3 ? BY_VALUE.get(value) : UNKNOWN;
  }
}
