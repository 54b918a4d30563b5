package org.waggle.bridge.networkmap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waggle.bridge.networkmap.Topology.Definition;
import org.waggle.bridge.networkmap.Topology.Node;

/** What is written on the nodes of a drawn map. */
final class Labels {

  /**
   * What JavaScript writes for what there is not, and clients see for a device without definition.
   */
  private static final Definition NONE = new Definition("undefined", "undefined", "undefined", "");

  private Labels() {}

  static String model(Node node) {
    Definition definition = node.definition().orElse(NONE);
    return definition.vendor() + " " + definition.description() + " (" + definition.model() + ")";
  }

  /**
   * @param beforeFailures stands before what the node did not tell, if there is any
   */
  static String addresses(Node node, String beforeFailures) {
    List<String> failures = node.failed().orElse(List.of());
    return node.ieeeAddress()
        + " ("
        + hex(node.networkAddress())
        + ")"
        + (failures.isEmpty() ? "" : beforeFailures + "failed: " + String.join(",", failures));
  }

  static String seen(Node node, Instant now) {
    return node.isCoordinator()
        ? Ago.text(Duration.ZERO)
        : node.lastSeen().map(seen -> Ago.text(Duration.between(seen, now))).orElse("unknown");
  }

  static String hex(int networkAddress) {
    return String.format("0x%04x", networkAddress);
  }
}
