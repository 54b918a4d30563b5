package org.waggle.zigbee;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * What was known of nodes that left: should one come back, as some do in the middle of pairing, its
 * interview need not ask again. Until the process ends.
 */
final class Departed {

  private static final int MOST = 256;

  private final Map<IeeeAddress, ZigbeeNode> nodes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IeeeAddress, ZigbeeNode> eldest) {
          return size() > MOST;
        }
      };

  void remember(ZigbeeNode node) {
    nodes.put(node.ieeeAddress(), node);
  }

  /** The node come back, all that was set up on it forgotten. */
  @Nullable Node comeBack(IeeeAddress ieeeAddress, int networkAddress) {
    ZigbeeNode before = nodes.remove(ieeeAddress);
    return before == null
        ? null
        : new Node(
            new ZigbeeNode(
                ieeeAddress,
                networkAddress,
                before.type(),
                before.manufacturerCode(),
                before.basic(),
                InterviewState.PENDING,
                before.endpoints().stream().map(Endpoints::reset).toList(),
                Optional.empty(),
                before.linkQuality()));
  }

  /** Whether a node that left used this address: what still comes from there is no riddle. */
  boolean used(int networkAddress) {
    return nodes.values().stream().anyMatch(node -> node.networkAddress() == networkAddress);
  }
}
