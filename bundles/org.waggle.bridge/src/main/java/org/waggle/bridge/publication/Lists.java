package org.waggle.bridge.publication;

/**
 * The retained topics that list what there is, published together with what depends on them.
 *
 * @param info {@code bridge/info}
 * @param devices {@code bridge/devices}
 * @param groups {@code bridge/groups}
 */
public record Lists(InfoTopic info, DevicesTopic devices, GroupsTopic groups) {

  /** All of them, as at the start. */
  public void publishAll() {
    info.publish();
    devices.publish();
    groups.publish();
  }

  /** After something about devices changed. */
  public void devicesChanged() {
    devices.publish();
    info.publish();
  }
}
