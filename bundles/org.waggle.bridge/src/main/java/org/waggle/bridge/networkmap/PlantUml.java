package org.waggle.bridge.networkmap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waggle.bridge.networkmap.Topology.Link;
import org.waggle.bridge.networkmap.Topology.Node;

/** A map in the language of PlantUML: cards by name, then arrows. */
final class PlantUml {

  private static final String LINE = "---";

  private PlantUml() {}

  static String of(Topology topology, Instant now) {
    List<String> text = new ArrayList<>();
    text.add("' paste into: https://www.planttext.com/");
    text.add("");
    text.add("@startuml");
    topology.nodes().stream()
        .sorted(Comparator.comparing(Node::friendlyName, new NameOrder()))
        .forEach(node -> text.addAll(card(node, now)));
    topology.links().forEach(link -> text.add(arrow(link)));
    text.add("");
    text.add("@enduml");
    return String.join("\n", text);
  }

  private static List<String> card(Node node, Instant now) {
    List<String> card = new ArrayList<>();
    card.add("card " + node.ieeeAddress() + " [");
    card.add(node.friendlyName());
    card.add(LINE);
    card.add(Labels.addresses(node, " "));
    card.add(LINE);
    if (!node.isCoordinator()) {
      card.add(Labels.model(node));
      card.add(LINE);
    }
    card.add(Labels.seen(node, now));
    card.add("]");
    card.add("");
    return card;
  }

  private static String arrow(Link link) {
    return link.source().ieeeAddress()
        + " --> "
        + link.target().ieeeAddress()
        + ": "
        + link.neighbour().lqi();
  }
}
