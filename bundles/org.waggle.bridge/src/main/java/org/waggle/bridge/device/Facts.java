package org.waggle.bridge.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.cluster.Clusters;

/**
 * What a definition says of itself and of a device.
 *
 * @param definitionExposes as the definition gives them, without the link quality
 * @param clusters standard ones and the device's own
 */
public record Facts(
    DefinitionSummary summary,
    List<Expose> definitionExposes,
    String version,
    Optional<String> icon,
    boolean configurable,
    Clusters clusters) {

  /** Every device has it, whatever its definition. */
  private static final Expose LINK_QUALITY =
      Expose.numeric("linkquality", Access.STATE)
          .withUnit("lqi")
          .withDescription("Link quality (signal strength)")
          .withRange(0, 255)
          .withCategory("diagnostic");

  /** Asks a definition; where it may run. */
  static Facts of(DeviceDefinition definition, Device device) {
    DeviceIdentity identity = device.identity();
    Map<String, @Nullable Object> options = device.options();
    List<Expose> exposes = List.copyOf(definition.exposes(identity, options));
    List<Expose> all = new ArrayList<>(exposes);
    all.add(LINK_QUALITY);
    return new Facts(
        new DefinitionSummary(
            definition.vendor(),
            definition.model(),
            definition.description(),
            definition.source(),
            all,
            definition.options(),
            Collections.unmodifiableMap(new LinkedHashMap<>(definition.endpointNames(identity))),
            definition.supportsOta()),
        exposes,
        definition.version(),
        definition.icon(),
        definition.isConfigurable(),
        Clusters.standard().with(definition.customClusters()));
  }
}
