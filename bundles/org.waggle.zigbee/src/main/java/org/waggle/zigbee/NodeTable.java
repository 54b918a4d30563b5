package org.waggle.zigbee;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * The nodes of a network, in the order in which they joined. Changed on the event thread only; the
 * snapshots may be read anywhere.
 */
final class NodeTable {

  private volatile Map<IeeeAddress, Node> byIeeeAddress = Map.of();
  private final Map<Integer, Node> byNetworkAddress = new HashMap<>();

  List<ZigbeeNode> snapshots() {
    return byIeeeAddress.values().stream().map(Node::snapshot).toList();
  }

  Optional<ZigbeeNode> snapshot(IeeeAddress ieeeAddress) {
    return Optional.ofNullable(find(ieeeAddress)).map(Node::snapshot);
  }

  /** Those there are now; nodes that come or go later are not added or taken away. */
  Collection<Node> all() {
    return byIeeeAddress.values();
  }

  @Nullable Node find(IeeeAddress ieeeAddress) {
    return byIeeeAddress.get(ieeeAddress);
  }

  @Nullable Node find(int networkAddress) {
    return byNetworkAddress.get(networkAddress);
  }

  void addAll(Collection<Node> nodes) {
    Map<IeeeAddress, Node> more = new LinkedHashMap<>(byIeeeAddress);
    for (Node node : nodes) {
      more.put(node.ieeeAddress(), node);
      byNetworkAddress.put(node.networkAddress(), node);
    }
    byIeeeAddress = Collections.unmodifiableMap(more);
  }

  void remove(Node node) {
    Map<IeeeAddress, Node> less = new LinkedHashMap<>(byIeeeAddress);
    less.remove(node.ieeeAddress());
    byIeeeAddress = Collections.unmodifiableMap(less);
    byNetworkAddress.remove(node.networkAddress(), node);
  }

  /** Notes a node's new network address; another node that had it is found there no longer. */
  void move(Node node, int networkAddress) {
    byNetworkAddress.remove(node.networkAddress(), node);
    node.moved(networkAddress);
    byNetworkAddress.put(networkAddress, node);
  }
}
