package org.waggle.zigbee;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.EndpointAddress;

/**
 * Who is to be told that a group is gone: now, and if there is no answer, when the radio or the
 * node comes back; otherwise a new group with the same id would have strangers in it. On the event
 * thread only.
 */
final class FormerMembers {

  private static final Logger LOG = LoggerFactory.getLogger(FormerMembers.class);

  private static final int GROUPS = 0x0004;
  private static final int REMOVE = 0x03;

  private final NodeTable nodes;
  private final Requests requests;
  private final Persistence persistence;
  private final Set<FormerMember> members = new LinkedHashSet<>();
  private final Set<FormerMember> beingTold = new HashSet<>();

  FormerMembers(NodeTable nodes, Requests requests, Persistence persistence) {
    this.nodes = nodes;
    this.requests = requests;
    this.persistence = persistence;
  }

  List<FormerMember> snapshots() {
    return List.copyOf(members);
  }

  void load(Collection<FormerMember> known) {
    members.addAll(known);
  }

  void add(int groupId, List<EndpointAddress> endpoints) {
    endpoints.forEach(endpoint -> members.add(new FormerMember(groupId, endpoint)));
  }

  /** It is in a group of that id again, on purpose. */
  void remove(int groupId, EndpointAddress endpoint) {
    members.remove(new FormerMember(groupId, endpoint));
  }

  /** The node is gone. */
  void forget(IeeeAddress node) {
    members.removeIf(member -> member.endpoint().node().equals(node));
  }

  void tellAll() {
    tell(member -> true);
  }

  void tell(IeeeAddress node) {
    tell(member -> member.endpoint().node().equals(node));
  }

  private void tell(Predicate<FormerMember> which) {
    members.stream()
        .filter(which.and(member -> !beingTold.contains(member)))
        .toList()
        .forEach(this::tell);
  }

  private void tell(FormerMember member) {
    Node node = nodes.find(member.endpoint().node());
    if (node == null) {
      members.remove(member);
      return;
    }
    int id = member.groupId();
    beingTold.add(member);
    requests
        .command(
            node,
            member.endpoint().endpoint(),
            GROUPS,
            new ClusterCommand(REMOVE, Octets.of(id & 0xFF, id >> 8)))
        .whenComplete((answer, failure) -> told(member, failure));
  }

  private void told(FormerMember member, @Nullable Throwable failure) {
    beingTold.remove(member);
    if (failure == null) {
      members.remove(member);
      persistence.touch();
    } else {
      LOG.debug(
          "{} does not know yet that group {} is gone: {}",
          member.endpoint().node(),
          member.groupId(),
          Failures.text(failure));
    }
  }
}
