package org.waggle.shell;

import static org.waggle.shell.Table.Column.numbers;
import static org.waggle.shell.Table.Column.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/** All that is known of a device, for people to read. */
final class DeviceSheet {

  private final Bridge bridge;
  private final DeviceEntity device;
  private final RelativeTime time;

  DeviceSheet(Bridge bridge, DeviceEntity device, RelativeTime time) {
    this.bridge = bridge;
    this.device = device;
    this.time = time;
  }

  void printOn(Console console) {
    console.print(device.friendlyName());
    console.print(facts());
    if (!device.state().isEmpty()) {
      console.print("");
      console.print(state());
    }
    if (!device.node().endpoints().isEmpty()) {
      console.print("");
      console.print(endpoints());
    }
  }

  private Table facts() {
    ZigbeeNode node = device.node();
    Table facts = new Table(words(""), words(""), words(""));
    fact(facts, "Network", bridge.network());
    fact(facts, "Topic", bridge.baseTopic() + "/" + device.friendlyName());
    fact(facts, "IEEE address", device.id());
    fact(facts, "Network address", hex(node.networkAddress()));
    fact(facts, "Type", DeviceWords.type(node));
    fact(facts, "Vendor", DeviceWords.vendor(device));
    fact(facts, "Model", DeviceWords.model(device));
    device
        .definition()
        .map(DefinitionSummary::description)
        .ifPresent(description -> fact(facts, "Description", description));
    fact(facts, "Status", DeviceWords.status(device));
    fact(facts, "Power source", DeviceWords.powerSource(node));
    fact(facts, "Firmware", node.basic().softwareBuildId().orElse(Table.UNKNOWN));
    fact(facts, "Link quality", DeviceWords.linkQuality(node));
    fact(facts, "Last seen", time.ago(node.lastSeen()));
    device.options().forEach((key, value) -> fact(facts, "Option " + key, Json.text(value)));
    return facts;
  }

  private static void fact(Table facts, String name, String value) {
    facts.row("", name, value);
  }

  private Table state() {
    Map<String, String> units = new HashMap<>();
    device
        .definition()
        .ifPresent(definition -> definition.exposes().forEach(expose -> addUnits(expose, units)));
    Table state = new Table(words("PROPERTY"), words("VALUE"), words("UNIT"));
    device
        .state()
        .forEach((key, value) -> state.row(key, Json.text(value), units.getOrDefault(key, "")));
    return state;
  }

  private static void addUnits(Expose expose, Map<String, String> units) {
    expose.property().ifPresent(key -> expose.unit().ifPresent(unit -> units.put(key, unit)));
    // What is below a composite is part of its value, not a property of the state.
    if (expose.property().isEmpty()) {
      expose.features().forEach(feature -> addUnits(feature, units));
    }
  }

  private Table endpoints() {
    Table table =
        new Table(
            numbers("ENDPOINT"),
            words("PROFILE"),
            words("DEVICE"),
            words("INPUT CLUSTERS"),
            words("OUTPUT CLUSTERS"));
    for (ZigbeeEndpoint endpoint : device.node().endpoints()) {
      table.row(
          endpoint.id(),
          hex(endpoint.profileId()),
          hex(endpoint.deviceId()),
          clusters(endpoint.inputClusters()),
          clusters(endpoint.outputClusters()));
    }
    return table;
  }

  private String clusters(List<Integer> ids) {
    OptionalInt manufacturerCode = device.node().manufacturerCode();
    return ids.stream()
        .map(
            id ->
                Clusters.standard()
                    .find(id, manufacturerCode)
                    .map(ClusterDefinition::name)
                    .orElse(hex(id)))
        .collect(Collectors.collectingAndThen(Collectors.joining(" "), DeviceSheet::orUnknown));
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? Table.UNKNOWN : text;
  }

  private static String hex(int value) {
    return "0x%04X".formatted(value);
  }
}
