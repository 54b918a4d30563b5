package org.waggle.bridge.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * A device. A snapshot.
 *
 * @param node its radio
 * @param definition empty while it is not known what it is
 */
public record DeviceEntity(
    ZigbeeNode node,
    String friendlyName,
    Map<String, @Nullable Object> options,
    Map<String, @Nullable Object> state,
    Optional<DefinitionSummary> definition)
    implements Entity {

  @Override
  public String id() {
    return node.ieeeAddress().toString();
  }

  /** Whether a definition exists that was written for it. */
  public boolean isSupported() {
    return definition.isPresent() && !definition.get().isGenerated();
  }
}
