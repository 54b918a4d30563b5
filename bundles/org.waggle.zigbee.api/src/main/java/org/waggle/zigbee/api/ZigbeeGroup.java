package org.waggle.zigbee.api;

import java.util.List;

/**
 * A group. A snapshot.
 *
 * @param id 1..0xFFF7
 * @param members in the order in which they were added
 */
public record ZigbeeGroup(int id, List<EndpointAddress> members) {

  public ZigbeeGroup {
    members = List.copyOf(members);
  }
}
