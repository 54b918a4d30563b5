package org.waggle.zigbee.api;

/** Logical type of a node (Zigbee specification 2.3.2.3.1). */
public enum NodeType {
  COORDINATOR,
  ROUTER,
  END_DEVICE,
  GREEN_POWER,
  /** Not interviewed yet. */
  UNKNOWN
}
