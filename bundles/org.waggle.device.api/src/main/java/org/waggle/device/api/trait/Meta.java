package org.waggle.device.api.trait;

import java.util.List;
import java.util.Optional;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.DeviceGroup;
import org.waggle.device.api.access.Target;

/**
 * How the device, or the members of the group, that a request is for want to be spoken to.
 *
 * @see DeviceDefinition#meta
 */
public final class Meta {

  private Meta() {}

  /** Whether a device, or every member of a group, has a mark. */
  public static boolean all(Target target, String mark) {
    List<Device> devices = devices(target);
    for (Device device : devices) {
      if (!has(device, mark)) {
        return false;
      }
    }
    return !devices.isEmpty();
  }

  /** Whether a device, or at least one member of a group, has a mark. */
  public static boolean any(Target target, String mark) {
    for (Device device : devices(target)) {
      if (has(device, mark)) {
        return true;
      }
    }
    return false;
  }

  /** The value of a mark that a device, or the first member of a group that has one, gives. */
  public static Optional<Object> first(Target target, String mark) {
    return devices(target).stream()
        .flatMap(device -> device.definition().stream())
        .flatMap(definition -> Optional.ofNullable(definition.meta().get(mark)).stream())
        .findFirst();
  }

  private static boolean has(Device device, String mark) {
    return device
        .definition()
        .map(DeviceDefinition::meta)
        .filter(meta -> Boolean.TRUE.equals(meta.get(mark)))
        .isPresent();
  }

  private static List<Device> devices(Target target) {
    if (target instanceof DeviceGroup group) {
      return group.members().stream().map(DeviceEndpoint::device).toList();
    }
    return target instanceof DeviceEndpoint endpoint ? List.of(endpoint.device()) : List.of();
  }

  /** An endpoint itself, or the first member of a group: one that can be read from. */
  public static Optional<DeviceEndpoint> readable(Target target) {
    if (target instanceof DeviceGroup group) {
      return group.members().stream().findFirst();
    }
    return target instanceof DeviceEndpoint endpoint ? Optional.of(endpoint) : Optional.empty();
  }
}
