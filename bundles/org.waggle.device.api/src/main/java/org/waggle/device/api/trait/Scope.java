package org.waggle.device.api.trait;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.waggle.device.api.expose.Expose;

/**
 * Which endpoints a trait is about, where a device has several.
 *
 * @param names endpoints whose names end its properties ({@code state_left}); with none, properties
 *     have no such end
 * @param only the one endpoint it is about, where it has no names
 */
public record Scope(List<String> names, OptionalInt only) {

  /** All endpoints that have the cluster, without distinction. */
  public static final Scope ALL = new Scope(List.of(), OptionalInt.empty());

  /**
   * @throws IllegalArgumentException if it would be about one endpoint, and about named ones
   */
  public Scope {
    names = List.copyOf(names);
    if (!names.isEmpty() && only.isPresent()) {
      throw new IllegalArgumentException("one endpoint needs no name: " + names);
    }
  }

  /** Endpoints that are told apart by name. */
  public static Scope named(String... names) {
    return new Scope(List.of(names), OptionalInt.empty());
  }

  /** One endpoint, which needs no name. */
  public static Scope only(int endpoint) {
    return new Scope(List.of(), OptionalInt.of(endpoint));
  }

  /** An expose for each endpoint that has a name, or just itself. */
  public List<Expose> exposes(Expose expose) {
    return names.isEmpty() ? List.of(expose) : names.stream().map(expose::withEndpoint).toList();
  }

  /** The name of an endpoint; where it has none, its number. */
  static String nameOf(int endpoint, Map<String, Integer> endpointNames) {
    return endpointNames.entrySet().stream()
        .filter(e -> e.getValue() == endpoint && !e.getKey().equals("default"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(String.valueOf(endpoint));
  }

  /** Whether the trait is about an endpoint. */
  boolean covers(int endpoint, Map<String, Integer> endpointNames) {
    return names.isEmpty()
        ? only.orElse(endpoint) == endpoint
        : names.contains(nameOf(endpoint, endpointNames));
  }
}
