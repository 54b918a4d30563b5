package org.waggle.bridge.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.Present;
import org.waggle.bridge.json.JsonValues;

/** Finds what requests are about. */
final class Lookup {

  /** What a request may be about; the coordinator counts as a device. */
  enum Kind {
    DEVICE("device", "Device"),
    GROUP("group", "Group");

    private final String name;
    private final String capitalized;

    Kind(String name, String capitalized) {
      this.name = name;
      this.capitalized = capitalized;
    }

    boolean includes(EntityKey entity) {
      return this == GROUP == entity instanceof EntityKey.Group;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final Present present;

  Lookup(Present present) {
    this.present = present;
  }

  /** The entity that a key of the request names. */
  EntityKey entity(Kind kind, Parameters parameters, String key) {
    if (!parameters.has(key)) {
      throw new BridgeException("Cannot read properties of undefined (reading 'toString')");
    }
    if (parameters.get(key) == null) {
      throw new BridgeException("Cannot read properties of null (reading 'ieeeAddr')");
    }
    return entity(kind, parameters.get(key));
  }

  /** The entity with a friendly name, IEEE address or group id. */
  EntityKey entity(Kind kind, @Nullable Object id) {
    String shown = JsonValues.shown(id);
    Optional<EntityKey> entity = present.find(shown).filter(kind::includes);
    return entity.orElseThrow(
        () -> new BridgeException(kind.capitalized + " '" + shown + "' does not exist"));
  }
}
