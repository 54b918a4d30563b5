package org.waggle.bridge.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something with a friendly name, a state and a topic: a device or a group. A snapshot. */
public sealed interface Entity permits DeviceEntity, GroupEntity {

  /** What it is known by whatever its name: the IEEE address, or the group's id. */
  String id();

  /** Its name, which is also its topic below the base topic. */
  String friendlyName();

  /** Its own options over those for all devices; neither id nor friendly name. */
  Map<String, @Nullable Object> options();

  /** Its state as cached. */
  Map<String, @Nullable Object> state();
}
