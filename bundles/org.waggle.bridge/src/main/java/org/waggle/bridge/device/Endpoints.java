package org.waggle.bridge.device;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/** Endpoints of devices by the names that their definitions give them. */
public final class Endpoints {

  /** What a definition calls the endpoint that is meant where none is named. */
  private static final String DEFAULT = "default";

  private static final int MOST_DIGITS = 5;

  private final ZigbeeNetwork network;
  private final Definitions definitions;

  public Endpoints(ZigbeeNetwork network, Definitions definitions) {
    this.network = network;
    this.definitions = definitions;
  }

  /**
   * An endpoint of a device.
   *
   * @param key a name, a number in decimal digits, or empty for the default
   */
  public Optional<ZigbeeEndpoint> find(IeeeAddress device, String key) {
    Optional<ZigbeeNode> node = network.node(device);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (isNumber(key)) {
      return node.get().endpoint(Integer.parseInt(key));
    }
    String name = key.isEmpty() ? DEFAULT : key;
    Integer id = names(device).get(name);
    if (id != null) {
      return node.get().endpoint(id);
    }
    return name.equals(DEFAULT) ? node.get().endpoints().stream().findFirst() : Optional.empty();
  }

  /** Whether an endpoint is given by its number. */
  public static boolean isNumber(String key) {
    return !key.isEmpty()
        && key.length() <= MOST_DIGITS
        && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The name of an endpoint, if it has one that is shown. */
  public Optional<String> name(IeeeAddress device, int endpoint) {
    for (Map.Entry<String, Integer> entry : names(device).entrySet()) {
      if (entry.getValue() == endpoint) {
        return Optional.of(entry.getKey()).filter(name -> !name.equals(DEFAULT));
      }
    }
    return Optional.empty();
  }

  /** The names that may end a key, such as {@code left} in {@code state_left}. */
  public Set<String> suffixes(IeeeAddress device) {
    Map<String, Integer> all = names(device);
    if (all.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>(all.keySet());
    names.remove(DEFAULT);
    return names;
  }

  private Map<String, Integer> names(IeeeAddress device) {
    return definitions
        .serving(device)
        .map(serving -> serving.facts().summary())
        .map(DefinitionSummary::endpointNames)
        .orElse(Map.of());
  }
}
