package org.waggle.device.api.trait;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.RequestOptions;
import org.waggle.device.api.access.Target;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.Clusters;

/**
 * An attribute of a cluster, as devices are asked for it.
 *
 * @param manufacturerCode of an attribute that a manufacturer added
 */
public record Attribute(int clusterId, int id, ZclType type, OptionalInt manufacturerCode) {

  /**
   * An attribute of a standard cluster, by the names Zigbee2MQTT publishes ({@code genOnOff},
   * {@code onOff}).
   *
   * @throws IllegalArgumentException if there is no such attribute
   */
  public static Attribute of(String cluster, String attribute) {
    ClusterDefinition definition = cluster(cluster);
    AttributeDefinition found =
        definition
            .attribute(attribute)
            .orElseThrow(
                () -> new IllegalArgumentException("no attribute " + cluster + "." + attribute));
    return new Attribute(definition.id(), found.id(), found.type(), found.manufacturerCode());
  }

  /** An attribute of a manufacturer's own cluster that is asked for without manufacturer code. */
  public static Attribute manufacturerSpecific(int clusterId, int id, ZclType type) {
    return new Attribute(clusterId, id, type, OptionalInt.empty());
  }

  /** An attribute that is asked for with a manufacturer code. */
  public static Attribute manufacturerSpecific(
      int clusterId, int id, ZclType type, int manufacturerCode) {
    return new Attribute(clusterId, id, type, OptionalInt.of(manufacturerCode));
  }

  static ClusterDefinition cluster(String name) {
    return Clusters.standard()
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("no cluster " + name));
  }

  /**
   * A JSON value as a value of this attribute; fractions are cut off where it is an integer.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  public ZclValue value(Object value) {
    return ZclValue.convert(type, value);
  }

  /** How requests about it are sent. */
  public RequestOptions requestOptions() {
    return manufacturerCode.isPresent()
        ? RequestOptions.DEFAULT.withManufacturerCode(manufacturerCode.getAsInt())
        : RequestOptions.DEFAULT;
  }

  /** Asks an endpoint, or the members of a group, for this attribute; later too if it sleeps. */
  public CompletionStage<Void> get(Target target) {
    return get(target, List.of(this));
  }

  /**
   * Asks an endpoint, or the members of a group, for attributes of one cluster; later too if it
   * sleeps. Fails if an endpoint does not have one of them.
   */
  public static CompletionStage<Void> get(Target target, List<Attribute> attributes) {
    Attribute first = attributes.get(0);
    List<Integer> ids = attributes.stream().map(Attribute::id).toList();
    return target
        .read(
            first.clusterId,
            ids,
            first.requestOptions().withHoldKey("get " + first.clusterId + "/" + ids))
        .thenAccept(
            values -> {
              if (target instanceof DeviceEndpoint && values.size() < ids.size()) {
                throw new DeviceException(
                    "Status 'UNSUPPORTED_ATTRIBUTE'", ZclStatus.UNSUPPORTED_ATTRIBUTE);
              }
            });
  }

  /** Writes this attribute, later if the device sleeps. */
  public CompletionStage<Void> set(Target target, Object value) {
    return target.write(
        clusterId,
        Map.of(id, value(value)),
        requestOptions().withHoldKey("set " + clusterId + "/" + id));
  }
}
