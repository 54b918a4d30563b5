package org.waggle.bridge.api.extension;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Serves one kind of request. */
@FunctionalInterface
@ConsumerType
public interface RequestHandler {

  /**
   * Called on the network's event thread; must not block.
   *
   * @param payload a JSON value: mostly a map; a {@code String} where the payload was not JSON
   * @return the response's {@code data}; the message of a failure, which is best a {@link
   *     org.waggle.bridge.api.BridgeException}, becomes the response's {@code error}
   */
  CompletionStage<? extends Map<String, ? extends @Nullable Object>> handle(Object payload);
}
