package org.waggle.zigbee;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclStatus;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * The groups of a network and their members (Groups cluster, ZCL 3.6). Changed on the event thread
 * only; the snapshots may be read anywhere.
 */
final class Groups {

  private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

  private static final int CLUSTER = 0x0004;
  private static final int ADD = 0x00;
  private static final int REMOVE = 0x03;
  private static final int REMOVE_ALL = 0x04;
  private static final int LAST_ID = 0xFFF7;

  /** Remotes of some makers are bound to this group when they are bound by default. */
  private static final int DEFAULT_BIND_GROUP = 901;

  private final NodeTable nodes;
  private final Requests requests;
  private final RadioLink link;
  private final Persistence persistence;
  private final Listeners listeners;
  private final FormerMembers former;
  private volatile Map<Integer, ZigbeeGroup> groups = Map.of();

  /** The same; asked for with each report. */
  private volatile List<ZigbeeGroup> snapshots = List.of();

  Groups(
      NodeTable nodes,
      Requests requests,
      RadioLink link,
      Persistence persistence,
      Listeners listeners) {
    this.nodes = nodes;
    this.requests = requests;
    this.link = link;
    this.persistence = persistence;
    this.listeners = listeners;
    this.former = new FormerMembers(nodes, requests, persistence);
    listeners.add(
        new NetworkListener() {
          @Override
          public void announced(ZigbeeNode node) {
            former.tell(node.ieeeAddress());
          }
        });
  }

  List<ZigbeeGroup> snapshots() {
    return snapshots;
  }

  Optional<ZigbeeGroup> snapshot(int id) {
    return Optional.ofNullable(groups.get(id));
  }

  /** Who may still be in groups that are gone. */
  List<FormerMember> formerMembers() {
    return former.snapshots();
  }

  void load(Collection<ZigbeeGroup> known, Collection<FormerMember> formerMembers) {
    known.forEach(this::put);
    former.load(formerMembers);
  }

  /** The radio is there: makes the coordinator hear the groups. */
  void online() {
    hear(DEFAULT_BIND_GROUP);
    groups.keySet().forEach(this::hear);
    former.tellAll();
  }

  CompletionStage<ZigbeeGroup> create(int id) {
    if (id < 1 || id > LAST_ID) {
      return Failures.failed(Reason.REFUSED, "Group " + id + " is not in 1.." + LAST_ID);
    }
    ZigbeeGroup known = groups.get(id);
    if (known != null) {
      return CompletableFuture.completedStage(known);
    }
    ZigbeeGroup group = new ZigbeeGroup(id, List.of());
    put(group);
    hear(id);
    return changed().thenApply(saved -> group);
  }

  CompletionStage<Void> remove(int id, boolean force) {
    ZigbeeGroup group = groups.get(id);
    if (group == null) {
      return CompletableFuture.completedStage(null);
    }
    if (force) {
      former.add(id, group.members());
      return forget(id).thenRun(former::tellAll);
    }
    CompletionStage<Void> left = CompletableFuture.completedStage(null);
    for (EndpointAddress member : group.members()) {
      left = left.thenCompose(before -> removeMember(id, member));
    }
    return left.thenCompose(alone -> forget(id));
  }

  private CompletionStage<Void> forget(int id) {
    Map<Integer, ZigbeeGroup> less = new TreeMap<>(groups);
    less.remove(id);
    replace(less);
    return changed();
  }

  CompletionStage<Void> addMember(int id, EndpointAddress member) {
    return create(id)
        .thenCompose(
            group -> tell(member, new ClusterCommand(ADD, Octets.of(id & 0xFF, id >> 8, 0))))
        .thenCompose(
            answer -> {
              demand(member, answer, ZclStatus.DUPLICATE_EXISTS);
              former.remove(id, member);
              return change(id, members -> with(members, member));
            });
  }

  CompletionStage<Void> removeMember(int id, EndpointAddress member) {
    return tell(member, new ClusterCommand(REMOVE, Octets.of(id & 0xFF, id >> 8)))
        .thenCompose(
            answer -> {
              demand(member, answer, ZclStatus.NOT_FOUND);
              return change(id, members -> without(members, member));
            });
  }

  CompletionStage<Void> removeFromAll(EndpointAddress member) {
    return tell(member, new ClusterCommand(REMOVE_ALL, Octets.EMPTY))
        .thenCompose(
            answer -> {
              boolean was = false;
              for (ZigbeeGroup group : groups.values()) {
                if (group.members().contains(member)) {
                  put(new ZigbeeGroup(group.id(), without(group.members(), member)));
                  was = true;
                }
              }
              return was ? changed() : CompletableFuture.<Void>completedStage(null);
            });
  }

  /** A node left, and with it its memberships; what calls this saves. */
  void forget(IeeeAddress node) {
    former.forget(node);
    boolean was = false;
    for (ZigbeeGroup group : groups.values()) {
      List<EndpointAddress> others =
          group.members().stream().filter(member -> !member.node().equals(node)).toList();
      if (others.size() < group.members().size()) {
        put(new ZigbeeGroup(group.id(), others));
        was = true;
      }
    }
    if (was) {
      listeners.tell(listener -> listener.groupsChanged());
    }
  }

  private CompletionStage<Optional<ZclMessage>> tell(
      EndpointAddress member, ClusterCommand command) {
    @Nullable Node node = nodes.find(member.node());
    if (node == null) {
      return Failures.failed(Reason.UNKNOWN_NODE, member.node() + " is not on the network");
    }
    return requests.command(node, member.endpoint(), CLUSTER, command);
  }

  /** Fails unless the status that the answer begins with is success or nearly so. */
  private static void demand(
      EndpointAddress member, Optional<ZclMessage> answer, ZclStatus alsoGood) {
    if (answer.isPresent()
        && answer.get().frame().command() instanceof ClusterCommand response
        && !response.payload().isEmpty()) {
      ZclStatus status = ZclStatus.of(response.payload().at(0));
      if (!status.isSuccess() && !status.equals(alsoGood)) {
        throw new ZigbeeException(status, member.node() + " answered " + status);
      }
    }
  }

  private CompletionStage<Void> change(int id, UnaryOperator<List<EndpointAddress>> change) {
    ZigbeeGroup group = groups.get(id);
    if (group == null) {
      return CompletableFuture.completedStage(null);
    }
    put(new ZigbeeGroup(id, change.apply(group.members())));
    return changed();
  }

  private CompletionStage<Void> changed() {
    return persistence.save().thenRun(() -> listeners.tell(listener -> listener.groupsChanged()));
  }

  private void put(ZigbeeGroup group) {
    Map<Integer, ZigbeeGroup> more = new TreeMap<>(groups);
    more.put(group.id(), group);
    replace(more);
  }

  private void replace(Map<Integer, ZigbeeGroup> next) {
    groups = Collections.unmodifiableMap(next);
    snapshots = List.copyOf(next.values());
  }

  private void hear(int id) {
    if (link.isUp()) {
      link.with(radio -> radio.joinGroup(id, 1))
          .whenComplete(
              (joined, failure) -> {
                if (failure != null) {
                  LOG.debug(
                      "The coordinator does not hear group {}: {}", id, Failures.text(failure));
                }
              });
    }
  }

  private static List<EndpointAddress> with(List<EndpointAddress> members, EndpointAddress member) {
    List<EndpointAddress> all = new ArrayList<>(members);
    if (!all.contains(member)) {
      all.add(member);
    }
    return all;
  }

  private static List<EndpointAddress> without(
      List<EndpointAddress> members, EndpointAddress member) {
    return members.stream().filter(other -> !other.equals(member)).toList();
  }
}
