package org.waggle.bridge.api.extension;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.bridge.api.PublishReason;

/**
 * Hears what happens to a bridge and its entities. Called on the network's event thread, one call
 * at a time; must not block. A fault costs that call.
 */
@ConsumerType
public interface BridgeListener {

  /** {@code bridge/state} is {@code online} now, or not any more. */
  default void onlineChanged(boolean online) {}

  /**
   * A device was added, or its definition, its options or what its radio tells of it changed.
   *
   * @param device as it is now
   */
  default void deviceChanged(DeviceEntity device) {}

  /** A group was added, or its members or options changed. */
  default void groupChanged(GroupEntity group) {}

  /**
   * An entity has a new name.
   *
   * @param entity with the new name
   * @param homeAssistantRename whether the request wants Home Assistant's entities renamed too
   */
  default void renamed(Entity entity, String oldName, boolean homeAssistantRename) {}

  /**
   * An entity left the network or was removed.
   *
   * @param id its IEEE address, or the group's id
   */
  default void removed(String id, String friendlyName) {}

  /**
   * A state was published.
   *
   * @param update the part that is new
   * @param message what was published, after all hooks
   */
  default void published(
      Entity entity,
      Map<String, @Nullable Object> update,
      Map<String, @Nullable Object> message,
      PublishReason reason) {}
}
