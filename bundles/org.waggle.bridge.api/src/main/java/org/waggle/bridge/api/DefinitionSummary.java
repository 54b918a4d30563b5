package org.waggle.bridge.api;

import java.util.List;
import java.util.Map;
import org.waggle.device.api.DeviceDefinition.Source;
import org.waggle.device.api.expose.Expose;

/**
 * What a device is, without the means to make it do anything. A snapshot, safe to keep after the
 * definition left.
 *
 * @param exposes of this very device, its link quality last
 * @param options that the definition understands
 * @param endpointNames ids by name
 */
public record DefinitionSummary(
    String vendor,
    String model,
    String description,
    Source source,
    List<Expose> exposes,
    List<Expose> options,
    Map<String, Integer> endpointNames,
    boolean supportsOta) {

  public DefinitionSummary {
    exposes = List.copyOf(exposes);
    options = List.copyOf(options);
  }

  /** Whether it was made up from the device's descriptors. */
  public boolean isGenerated() {
    return source == Source.GENERATED;
  }
}
