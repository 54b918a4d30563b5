package org.waggle.bridge.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What things are called, and what the user wants of them. */
public interface EntityNames {

  /** The friendly name; the id of what has none. */
  String name(EntityKey key);

  /** The entity's own options over those for all entities of its kind. */
  Map<String, @Nullable Object> options(EntityKey key);
}
