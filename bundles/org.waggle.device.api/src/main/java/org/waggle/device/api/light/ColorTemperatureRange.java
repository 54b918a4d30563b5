package org.waggle.device.api.light;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.Target;
import org.waggle.device.api.trait.Attribute;
import org.waggle.zcl.ZclValue;

/**
 * The colour temperatures a light, or every member of a group, is known to do.
 *
 * @param minimum mireds
 * @param maximum mireds
 */
record ColorTemperatureRange(OptionalDouble minimum, OptionalDouble maximum) {

  static final Attribute MINIMUM = Attribute.of("lightingColorCtrl", "colorTempPhysicalMin");
  static final Attribute MAXIMUM = Attribute.of("lightingColorCtrl", "colorTempPhysicalMax");

  static final ColorTemperatureRange UNKNOWN =
      new ColorTemperatureRange(OptionalDouble.empty(), OptionalDouble.empty());

  static ColorTemperatureRange of(Target target) {
    List<DeviceEndpoint> endpoints =
        target instanceof DeviceGroup group
            ? group.members()
            : target instanceof DeviceEndpoint endpoint ? List.of(endpoint) : List.of();
    return new ColorTemperatureRange(
        known(endpoints, MINIMUM).max(), known(endpoints, MAXIMUM).min());
  }

  private static DoubleStream known(List<DeviceEndpoint> endpoints, Attribute attribute) {
    return endpoints.stream()
        .flatMap(e -> e.device().identity().endpoint(e.id()).stream())
        .flatMap(e -> e.attribute(attribute.clusterId(), attribute.id()).stream())
        .map(ZclValue::value)
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue());
  }

  double clamp(double mireds) {
    double atLeast = minimum.isPresent() ? Math.max(mireds, minimum.getAsDouble()) : mireds;
    return maximum.isPresent() ? Math.min(atLeast, maximum.getAsDouble()) : atLeast;
  }
}
