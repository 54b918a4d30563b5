package org.waggle.zcl.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Clusters by id and name. Immutable; for any number of threads.
 *
 * <p>Layers: {@link #with} puts clusters over those there are, and what is over wins.
 */
public final class Clusters {

  /** Loads the standard clusters when they are first asked for. */
  private static final class Standard {
    static final Clusters CLUSTERS = new Clusters(null, ClusterJson.standard());
  }

  private final @Nullable Clusters base;
  private final Map<String, ClusterDefinition> byName = new LinkedHashMap<>();
  private final Map<Integer, List<ClusterDefinition>> byId = new LinkedHashMap<>();

  private Clusters(@Nullable Clusters base, Collection<ClusterDefinition> definitions) {
    this.base = base;
    for (ClusterDefinition definition : definitions) {
      byName.put(definition.name(), definition);
    }
    for (ClusterDefinition definition : byName.values()) {
      byId.computeIfAbsent(definition.id(), id -> new ArrayList<>(1)).add(definition);
    }
  }

  /** The clusters Zigbee2MQTT knows, those of the specification and a few manufacturers' ones. */
  public static Clusters standard() {
    return Standard.CLUSTERS;
  }

  /** These with others over them; of several with one name the last counts. */
  public Clusters with(Collection<ClusterDefinition> definitions) {
    return definitions.isEmpty() ? this : new Clusters(this, definitions);
  }

  /**
   * The cluster a frame means. In the uppermost layer that has the id it is the first with the
   * frame's manufacturer code or without one, else just the first.
   */
  public Optional<ClusterDefinition> find(int id, OptionalInt manufacturerCode) {
    List<ClusterDefinition> candidates = byId.get(id);
    if (candidates == null) {
      return base == null ? Optional.empty() : base.find(id, manufacturerCode);
    }
    for (ClusterDefinition candidate : candidates) {
      if (candidate.manufacturerCode().isEmpty()
          || candidate.manufacturerCode().equals(manufacturerCode)) {
        return Optional.of(candidate);
      }
    }
    return Optional.of(candidates.get(0));
  }

  /** The cluster with this name. */
  public Optional<ClusterDefinition> find(String name) {
    ClusterDefinition definition = byName.get(name);
    return definition == null && base != null ? base.find(name) : Optional.ofNullable(definition);
  }

  /** All clusters, in the order in which they were given; replaced ones are not among them. */
  public Collection<ClusterDefinition> definitions() {
    Map<String, ClusterDefinition> all = new LinkedHashMap<>();
    collect(all);
    return List.copyOf(all.values());
  }

  private void collect(Map<String, ClusterDefinition> all) {
    if (base != null) {
      base.collect(all);
    }
    all.putAll(byName);
  }
}
