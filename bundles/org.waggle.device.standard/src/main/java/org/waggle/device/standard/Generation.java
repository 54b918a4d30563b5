package org.waggle.device.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceIdentity.Endpoint;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.trait.Trait;

/**
 * One go at making up the traits of a device. They come in the order in which the device lists its
 * clusters, those it serves first.
 */
final class Generation {

  private final Questions questions;
  private final DeviceIdentity identity;

  Generation(Device device) {
    this.questions = new Questions(device);
    this.identity = device.identity();
  }

  CompletionStage<List<Trait>> traits() {
    List<Trait> traits = new ArrayList<>();
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (Source source : sources(Endpoint::inputClusters, Servers.BY_CLUSTER)) {
      all = all.thenCompose(ignored -> source.generate()).thenAccept(traits::addAll);
    }
    for (Source source : sources(Endpoint::outputClusters, Clients.BY_CLUSTER)) {
      all = all.thenCompose(ignored -> source.generate()).thenAccept(traits::addAll);
    }
    return all.thenApply(ignored -> traits);
  }

  /** A generator, and what it is to be given. */
  private record Source(Generator generator, Sample sample) {
    CompletionStage<List<Trait>> generate() {
      return generator.generate(sample);
    }
  }

  /** A generator for several clusters runs once: for the endpoints of the first that is found. */
  private List<Source> sources(
      Function<Endpoint, List<Integer>> clusters, Map<Integer, Generator> generators) {
    Map<Integer, List<Endpoint>> endpoints = new LinkedHashMap<>();
    for (Endpoint endpoint : identity.endpoints()) {
      for (int clusterId : clusters.apply(endpoint)) {
        if (generators.containsKey(clusterId)) {
          endpoints.computeIfAbsent(clusterId, id -> new ArrayList<>()).add(endpoint);
        }
      }
    }
    Set<Generator> used = new HashSet<>();
    List<Source> sources = new ArrayList<>();
    endpoints.forEach(
        (clusterId, some) -> {
          Generator generator = generators.get(clusterId);
          if (generator != null && used.add(generator)) {
            sources.add(new Source(generator, new Sample(questions, identity, some)));
          }
        });
    return sources;
  }
}
