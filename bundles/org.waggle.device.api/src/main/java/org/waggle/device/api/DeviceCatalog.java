package org.waggle.device.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;
import org.waggle.device.api.access.Device;

/**
 * Knows devices. A service that may come, change and go at any time: definitions are asked for
 * anew, and none is kept after its catalog left.
 *
 * <p>Called on event threads: must not block.
 */
@ConsumerType
public interface DeviceCatalog {

  /**
   * The definitions that are simply listed; a catalog that computes them overrides {@link #match}.
   */
  default List<? extends DeviceDefinition> definitions() {
    return List.of();
  }

  /**
   * The most specific definition for a device, if this catalog has one.
   *
   * <p>Asked when a device has been interviewed, when catalogs come, change or go, and for every
   * known device at the start, when attributes that were read before are {@linkplain
   * org.waggle.device.api.DeviceIdentity.Endpoint#attributes known} and need no reading again. What
   * cannot be read (the device sleeps) is to be assumed, within seconds; a failed stage counts as
   * no match.
   *
   * @param device may be read from: what some devices can do stands in attributes only
   */
  default CompletionStage<Optional<DeviceMatch>> match(Device device) {
    return CompletableFuture.completedFuture(
        definitions().stream()
            .flatMap(
                definition ->
                    definition.matches(device.identity()).stream()
                        .map(specificity -> new DeviceMatch(definition, specificity)))
            .max(Comparator.comparing(DeviceMatch::specificity)));
  }
}
