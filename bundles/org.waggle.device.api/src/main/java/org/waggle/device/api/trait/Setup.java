package org.waggle.device.api.trait;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.ReportingRequest;

/** One go at configuring a device: what its steps share. */
public final class Setup {

  private record Binding(int endpoint, int clusterId) {}

  private final Device device;
  private final Map<String, Integer> endpointNames;
  private final Set<Binding> bound = new HashSet<>();

  Setup(Device device, Map<String, Integer> endpointNames) {
    this.device = device;
    this.endpointNames = endpointNames;
  }

  public Device device() {
    return device;
  }

  /** The endpoints of a scope that serve a cluster; fails if none does. */
  public List<DeviceEndpoint> servers(int clusterId, Scope scope) {
    return endpoints(e -> e.inputClusters().contains(clusterId), scope, clusterId, "input");
  }

  /** The endpoints of a scope that are clients of a cluster; fails if none is. */
  public List<DeviceEndpoint> clients(int clusterId, Scope scope) {
    return endpoints(e -> e.outputClusters().contains(clusterId), scope, clusterId, "output");
  }

  private List<DeviceEndpoint> endpoints(
      Predicate<DeviceIdentity.Endpoint> has, Scope scope, int clusterId, String side) {
    List<DeviceEndpoint> endpoints = new ArrayList<>();
    for (DeviceIdentity.Endpoint endpoint : device.identity().endpoints()) {
      if (has.test(endpoint) && scope.covers(endpoint.id(), endpointNames)) {
        device.endpoint(endpoint.id()).ifPresent(endpoints::add);
      }
    }
    if (endpoints.isEmpty()) {
      throw new DeviceException(
          "Device %s has no %s cluster %d"
              .formatted(device.identity().ieeeAddress(), side, clusterId));
    }
    return endpoints;
  }

  /** Binds a cluster to the coordinator, once. */
  public CompletionStage<Void> bind(DeviceEndpoint endpoint, int clusterId) {
    return bound.add(new Binding(endpoint.id(), clusterId))
        ? endpoint.bind(clusterId)
        : CompletableFuture.completedFuture(null);
  }

  /** Binds the cluster of some attributes, and has these reported. */
  public CompletionStage<Void> report(
      DeviceEndpoint endpoint, List<Attribute> attributes, List<Reporting> reporting) {
    int clusterId = attributes.get(0).clusterId();
    List<ReportingRequest> requests = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      requests.add(reporting.get(i).request(attributes.get(i)));
    }
    CompletionStage<Void> all = bind(endpoint, clusterId);
    for (int i = 0; i < requests.size(); i += Step.ATTRIBUTES_PER_REQUEST) {
      List<ReportingRequest> some =
          requests.subList(i, Math.min(requests.size(), i + Step.ATTRIBUTES_PER_REQUEST));
      all =
          all.thenCompose(
              ignored ->
                  endpoint.configureReporting(clusterId, some, attributes.get(0).requestOptions()));
    }
    return all;
  }
}
