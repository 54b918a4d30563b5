package org.waggle.device.api.generic;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.trait.Meta;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zcl.cluster.CommandDefinition;

/**
 * What users call clusters, attributes and commands, by name or number, and what logs call a
 * target.
 */
final class Names {

  private Names() {}

  /** A target as a line of the log begins. */
  static String of(Target target) {
    if (target instanceof DeviceEndpoint endpoint) {
      return endpoint.device().identity().ieeeAddress().toString();
    }
    return target instanceof DeviceGroup group ? "group " + group.id() : "target";
  }

  static ClusterDefinition cluster(
      SetRequest request, @Nullable Object name, RequestOptions options) {
    Clusters clusters = Clusters.standard().with(customClusters(request));
    Optional<Integer> id = number(name);
    return id.isPresent()
        ? clusters.find(id.get(), options.manufacturerCode()).orElseGet(() -> unknown(id.get()))
        : clusters
            .find(String.valueOf(name))
            .orElseThrow(() -> new DeviceException("Status 'UNSUPPORTED_CLUSTER': " + name));
  }

  private static ClusterDefinition unknown(int id) {
    return new ClusterDefinition(
        id, String.valueOf(id), OptionalInt.empty(), List.of(), List.of(), List.of());
  }

  private static Collection<ClusterDefinition> customClusters(SetRequest request) {
    return Meta.readable(request.target())
        .flatMap(endpoint -> endpoint.device().definition())
        .map(DeviceDefinition::customClusters)
        .orElse(List.of());
  }

  static int attributeId(ClusterDefinition cluster, @Nullable Object name, RequestOptions options) {
    return known(cluster, name, options)
        .map(AttributeDefinition::id)
        .or(() -> number(name))
        .orElseThrow(
            () ->
                new DeviceException(
                    "Unknown attribute '%s', specify either an existing attribute or a number"
                        .formatted(name)));
  }

  static Optional<AttributeDefinition> known(
      ClusterDefinition cluster, @Nullable Object name, RequestOptions options) {
    Optional<Integer> id = number(name);
    return id.isPresent()
        ? cluster.attribute(id.get(), options.manufacturerCode())
        : cluster.attribute(String.valueOf(name));
  }

  static String attribute(ClusterDefinition cluster, int id, RequestOptions options) {
    return cluster
        .attribute(id, options.manufacturerCode())
        .map(AttributeDefinition::name)
        .orElse(String.valueOf(id));
  }

  static CommandDefinition command(ClusterDefinition cluster, @Nullable Object name) {
    Optional<Integer> id = number(name);
    return (id.isPresent() ? cluster.command(id.get()) : cluster.command(String.valueOf(name)))
        .orElseThrow(
            () -> new DeviceException("Status 'UNSUP_COMMAND': " + cluster.name() + ":" + name));
  }

  private static Optional<Integer> number(@Nullable Object name) {
    return Numbers.parse(name).map(BigDecimal::intValue);
  }
}
