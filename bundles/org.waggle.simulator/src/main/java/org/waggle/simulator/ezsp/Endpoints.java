package org.waggle.simulator.ezsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waggle.simulator.zdo.EndpointDescriptor;

/** What a host registers after each reset: its endpoints, and the groups they listen to. */
final class Endpoints {

  /** An entry of the multicast table. */
  record Membership(int group, int endpoint, int network) {}

  private static final int MULTICAST_TABLE_SIZE = 32;

  private final List<EndpointDescriptor> descriptors = new ArrayList<>();
  private final Map<Integer, Membership> memberships = new HashMap<>();

  void clear() {
    descriptors.clear();
    memberships.clear();
  }

  void add(EndpointDescriptor descriptor) {
    descriptors.add(descriptor);
  }

  boolean has(int endpoint) {
    for (EndpointDescriptor descriptor : descriptors) {
      if (descriptor.endpoint() == endpoint) {
        return true;
      }
    }
    return false;
  }

  List<EndpointDescriptor> descriptors() {
    return List.copyOf(descriptors);
  }

  int multicastTableSize() {
    return MULTICAST_TABLE_SIZE;
  }

  Membership membership(int index) {
    return memberships.getOrDefault(index, new Membership(0, 0, 0));
  }

  void membership(int index, Membership membership) {
    memberships.put(index, membership);
  }

  Optional<EndpointDescriptor> descriptor(int endpoint) {
    return descriptors.stream().filter(descriptor -> descriptor.endpoint() == endpoint).findFirst();
  }

  /** An entry with endpoint 0 is free. */
  boolean listensTo(int group) {
    return memberships.values().stream()
        .anyMatch(entry -> entry.group == group && entry.endpoint != 0);
  }
}
