package org.waggle.device.api.access;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scene as it was stored on an endpoint (ZCL specification 3.7).
 *
 * @param groupId the group it belongs to; 0 for none
 * @param id 0..255
 * @param name for users
 * @param state what the device's state will be when the scene is recalled; keys without suffix
 */
public record Scene(
    int groupId, int id, Optional<String> name, Map<String, @Nullable Object> state) {

  public boolean is(int groupId, int id) {
    return this.groupId == groupId && this.id == id;
  }
}
