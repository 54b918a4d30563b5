package org.waggle.bridge.api.extension;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.waggle.bridge.api.Entity;

/** Changes states on their way out. What it does shows in the message, not in the cache. */
@FunctionalInterface
@ConsumerType
public interface StateHook {

  /**
   * Called on the network's event thread for every state that is about to be published; must not
   * block. A fault leaves the message as it is.
   *
   * @param message may be changed, at its top level; published unless it ends up empty
   */
  void beforePublish(Entity entity, Map<String, @Nullable Object> message);
}
