package org.waggle.zcl.zdo;

import java.util.List;

/** What a node is to its network (Zigbee specification 2.3.2.3.1). */
public enum LogicalType {
  COORDINATOR,
  ROUTER,
  END_DEVICE,
  /** 3 in a neighbor table; a reserved value elsewhere. */
  UNKNOWN;

  private static final List<LogicalType> BY_VALUE = List.of(values());

  static LogicalType of(int value) {
    return value < 3 ? BY_VALUE.get(value) : UNKNOWN;
  }
}
