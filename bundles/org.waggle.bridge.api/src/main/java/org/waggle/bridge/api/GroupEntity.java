package org.waggle.bridge.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.zigbee.api.ZigbeeGroup;

/** A group. A snapshot. */
public record GroupEntity(
    ZigbeeGroup group,
    String friendlyName,
    Map<String, @Nullable Object> options,
    Map<String, @Nullable Object> state)
    implements Entity {

  @Override
  public String id() {
    return Integer.toString(group.id());
  }
}
