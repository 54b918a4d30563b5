package org.waggle.bridge.networkmap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.waggle.bridge.networkmap.Topology.Link;
import org.waggle.bridge.networkmap.Topology.Node;

/**
 * A map in the DOT language of Graphviz: records for nodes, arrows from whom is heard to who hears.
 */
final class Graphviz {

  private final Topology topology;
  private final Instant now;
  private final StringBuilder text = new StringBuilder("digraph G {\nnode[shape=record];\n");

  private Graphviz(Topology topology, Instant now) {
    this.topology = topology;
    this.now = now;
  }

  static String of(Topology topology, Instant now) {
    Graphviz graph = new Graphviz(topology, now);
    topology.nodes().forEach(graph::add);
    return graph.text.append('}').toString().replace("\0", "");
  }

  private void add(Node node) {
    text.append(
        "  \"%s\" [%s, label=\"{%s}\"];\n".formatted(node.ieeeAddress(), style(node), label(node)));
    for (Link link : topology.links()) {
      if (link.source().ieeeAddress().equals(node.ieeeAddress())) {
        add(node, link);
      }
    }
  }

  private static String style(Node node) {
    return switch (node.type()) {
      case "Coordinator" -> style("bold, filled", "#e04e5d", "#ffffff");
      case "Router" -> style("rounded, filled", "#4ea3e0", "#ffffff");
      default -> style("rounded, dashed, filled", "#fff8ce", "#000000");
    };
  }

  private static String style(String shape, String fill, String font) {
    return "style=\"%s\", fillcolor=\"%s\", fontcolor=\"%s\"".formatted(shape, fill, font);
  }

  private String label(Node node) {
    List<String> lines = new ArrayList<>();
    lines.add(node.friendlyName());
    lines.add(Labels.addresses(node, ""));
    if (!node.isCoordinator()) {
      lines.add(Labels.model(node));
    }
    lines.add(Labels.seen(node, now));
    return String.join("|", lines).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private void add(Node source, Link link) {
    boolean used = !link.routes().isEmpty();
    String width = source.type().equals("EndDevice") ? "1" : used ? "2" : "0.5";
    String weight = used ? "1, color=\"#009900\"" : "0, color=\"#994444\"";
    String routes =
        link.routes().stream()
            .map(route -> Labels.hex(route.destination()))
            .collect(Collectors.joining(",", " (routes: ", ")"));
    text.append(
        "  \"%s\" -> \"%s\" [penwidth=%s, weight=%s, label=\"%d%s\"]\n"
            .formatted(
                source.ieeeAddress(),
                link.target().ieeeAddress(),
                width,
                weight,
                link.neighbour().lqi(),
                used ? routes : ""));
  }
}
