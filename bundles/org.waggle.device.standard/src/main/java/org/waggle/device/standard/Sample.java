package org.waggle.device.standard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.trait.Attribute;
import org.waggle.device.api.trait.Scope;
import org.waggle.zcl.ZclValue;

/**
 * What a generator is given.
 *
 * @param endpoints that have the cluster; at least one
 */
record Sample(Questions questions, DeviceIdentity identity, List<Endpoint> endpoints) {

  /** The same with other endpoints. */
  Sample with(List<Endpoint> endpoints) {
    return new Sample(questions, identity, endpoints);
  }

  /** Whether the cluster is at the device's first endpoint alone, and so needs no name. */
  boolean onlyFirst() {
    return endpoints.size() == 1 && endpoints.get(0).id() == identity.endpoints().get(0).id();
  }

  /** The first endpoint without name, or all by name. */
  Scope scope() {
    return onlyFirst()
        ? Scope.only(endpoints.get(0).id())
        : Scope.named(endpoints.stream().map(e -> String.valueOf(e.id())).toArray(String[]::new));
  }

  /** One endpoint, without name if it alone has the cluster and is the first. */
  Scope scope(Endpoint endpoint) {
    return onlyFirst() ? Scope.only(endpoint.id()) : Scope.named(String.valueOf(endpoint.id()));
  }

  /** The value of an attribute: known, or read; empty if the device does not tell. */
  CompletionStage<Optional<ZclValue>> value(Endpoint endpoint, Attribute attribute) {
    return questions.value(endpoint, attribute);
  }

  /** The integer value of an attribute, or what to take instead. */
  CompletionStage<Integer> integer(Endpoint endpoint, Attribute attribute, int otherwise) {
    return value(endpoint, attribute)
        .thenApply(
            value ->
                value
                    .filter(v -> v.value() instanceof Long)
                    .map(v -> ((Long) v.value()).intValue())
                    .orElse(otherwise));
  }
}
