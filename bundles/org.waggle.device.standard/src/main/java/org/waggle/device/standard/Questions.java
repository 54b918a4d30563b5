package org.waggle.device.standard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.trait.Attribute;
import org.waggle.zcl.ZclValue;

/** Asks a device what its clusters do not tell. One that does not answer is not asked again. */
final class Questions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Device device;
  private boolean silent;

  Questions(Device device) {
    this.device = device;
  }

  /** The value of an attribute: known, or read; empty if the device does not tell. */
  CompletionStage<Optional<ZclValue>> value(Endpoint endpoint, Attribute attribute) {
    Optional<ZclValue> known =
        device
            .identity()
            .endpoint(endpoint.id())
            .flatMap(e -> e.attribute(attribute.clusterId(), attribute.id()));
    Optional<DeviceEndpoint> target = device.endpoint(endpoint.id());
    if (known.isPresent() || silent || target.isEmpty()) {
      return CompletableFuture.completedFuture(known);
    }
    return target
        .get()
        .read(
            attribute.clusterId(),
            List.of(attribute.id()),
            attribute.requestOptions().withTimeout(PATIENCE))
        .handle(
            (values, failure) -> {
              if (values == null) {
                silent = true;
                return Optional.empty();
              }
              return Optional.ofNullable(values.get(attribute.id()));
            });
  }
}
