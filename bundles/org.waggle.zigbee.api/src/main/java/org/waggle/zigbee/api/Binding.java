package org.waggle.zigbee.api;

import org.waggle.zcl.IeeeAddress;

/** An entry of a node's binding table, without its source. */
public record Binding(int clusterId, Target target) {

  /** What is bound to. */
  public sealed interface Target {

    /** An endpoint of a node or of the coordinator. */
    record Endpoint(IeeeAddress node, int endpoint) implements Target {}

    /** A group. */
    record Group(int groupId) implements Target {}
  }
}
