package org.waggle.bridge.request;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.api.extension.RequestHandler;

/** {@code health_check}: that there is an answer is the answer. */
final class HealthCheck implements RequestHandler {

  @Override
  public CompletionStage<Map<String, Boolean>> handle(Object payload) {
    return CompletableFuture.completedFuture(Map.of("healthy", true));
  }
}
