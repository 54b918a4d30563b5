package org.waggle.device.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows devices. A service that may come, change and go at any time: definitions are asked for anew,
 * and none is kept after its catalog left.
 *
 * <p>Called on event threads: must not block.
 */
@ConsumerType
public interface DeviceCatalog {

  /** The definitions that are simply listed; a catalog that computes them overrides {@link #match}. */
  default List<? extends DeviceDefinition> definitions() {
    return List.of();
  }

  /** The most specific definition for a device, if this catalog has one. */
  default CompletionStage<Optional<DeviceMatch>> match(DeviceIdentity device) {
    return CompletableFuture.completedFuture(
        definitions().stream()
            .flatMap(
                definition ->
                    definition.matches(device).stream()
                        .map(specificity -> new DeviceMatch(definition, specificity)))
            .max(Comparator.comparing(DeviceMatch::specificity)));
  }
}
