package org.waggle.device.api.trait;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.device.api.access.RequestOptions;

/** A step of preparing a device for use. Steps of a sheet run one after the other. */
@FunctionalInterface
public interface Step {

  /** How many attributes fit one request. */
  int ATTRIBUTES_PER_REQUEST = 4;

  CompletionStage<Void> run(Setup setup);

  /** Does nothing. */
  static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  /** Does some steps one after the other. */
  static Step all(List<Step> steps) {
    return setup -> {
      CompletionStage<Void> all = done();
      for (Step step : steps) {
        all = all.thenCompose(ignored -> step.run(setup));
      }
      return all;
    };
  }

  /** Does something to each of some endpoints, one after the other. */
  static CompletionStage<Void> each(
      List<DeviceEndpoint> endpoints, Function<DeviceEndpoint, CompletionStage<Void>> action) {
    CompletionStage<Void> all = done();
    for (DeviceEndpoint endpoint : endpoints) {
      all = all.thenCompose(ignored -> action.apply(endpoint));
    }
    return all;
  }

  /**
   * Binds a cluster that the device is the client of, so that its commands reach the coordinator.
   */
  static Step bindingClient(String cluster, Scope scope) {
    int clusterId = Attribute.cluster(cluster).id();
    return setup -> each(setup.clients(clusterId, scope), e -> setup.bind(e, clusterId));
  }

  /** Binds a cluster that the device serves. */
  static Step binding(String cluster, Scope scope) {
    int clusterId = Attribute.cluster(cluster).id();
    return setup -> each(setup.servers(clusterId, scope), e -> setup.bind(e, clusterId));
  }

  /** Binds the cluster, has an attribute reported, and reads it where that works. */
  static Step reporting(Attribute attribute, Reporting reporting, Scope scope) {
    return setup ->
        each(
            setup.servers(attribute.clusterId(), scope),
            endpoint ->
                setup
                    .report(endpoint, List.of(attribute), List.of(reporting))
                    .thenCompose(ignored -> readIfPossible(endpoint, attribute)));
  }

  /** Reads an attribute where that works. */
  static Step readingIfPossible(Attribute attribute, Scope scope) {
    return setup ->
        each(
            setup.servers(attribute.clusterId(), scope),
            endpoint -> readIfPossible(endpoint, attribute));
  }

  /** Reads attributes of one cluster; fails if the device does not have them all. */
  static Step reading(Scope scope, Attribute... attributes) {
    return setup ->
        each(
            setup.servers(attributes[0].clusterId(), scope),
            endpoint -> readAll(endpoint, attributes));
  }

  /** Reads attributes of one cluster in one request; fails if the device does not have them all. */
  static CompletionStage<Void> readAll(DeviceEndpoint endpoint, Attribute... attributes) {
    return read(endpoint, attributes)
        .thenAccept(
            found -> {
              if (found < attributes.length) {
                throw new DeviceException("Status 'UNSUPPORTED_ATTRIBUTE'");
              }
            });
  }

  /** Reads attributes of one cluster in as many requests as it takes, where that works. */
  static CompletionStage<Void> readIfPossible(DeviceEndpoint endpoint, Attribute... attributes) {
    List<List<Attribute>> requests =
        IntStream.iterate(0, i -> i < attributes.length, i -> i + ATTRIBUTES_PER_REQUEST)
            .mapToObj(
                i ->
                    Arrays.asList(attributes)
                        .subList(i, Math.min(attributes.length, i + ATTRIBUTES_PER_REQUEST)))
            .toList();
    CompletionStage<Void> all = done();
    for (List<Attribute> request : requests) {
      all =
          all.thenCompose(ignored -> read(endpoint, request.toArray(Attribute[]::new)))
              .handle((found, failure) -> null);
    }
    return all;
  }

  private static CompletionStage<Integer> read(DeviceEndpoint endpoint, Attribute... attributes) {
    RequestOptions options = attributes[0].requestOptions();
    return endpoint
        .read(
            attributes[0].clusterId(),
            Arrays.stream(attributes).map(Attribute::id).toList(),
            options)
        .thenApply(Map::size);
  }

  /**
   * Says how the device is powered if it does not say so itself.
   *
   * @param powerSource value of the Basic cluster's PowerSource attribute
   */
  static Step powerSourceIfUnknown(int powerSource) {
    return setup -> {
      if (setup.device().identity().powerSource().orElse(0) == 0) {
        setup.device().correctPowerSource(powerSource);
      }
      return done();
    };
  }
}
