package org.waggle.zigbee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.zcl.zdo.ActiveEndpointsRequest;
import org.waggle.zcl.zdo.ActiveEndpointsResponse;
import org.waggle.zcl.zdo.SimpleDescriptorRequest;
import org.waggle.zcl.zdo.SimpleDescriptorResponse;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.ZigbeeEndpoint;

/** Asks the coordinator what endpoints its radio gave it. */
final class CoordinatorDescription {

  /** A radio that does not answer for itself is not waited for. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final EventThread thread;
  private final Requests requests;

  CoordinatorDescription(EventThread thread, Requests requests) {
    this.thread = thread;
    this.requests = requests;
  }

  Coordinator of(NetworkStart.Outcome.Up network, List<ZigbeeEndpoint> endpoints) {
    NetworkParameters parameters = network.parameters();
    return new Coordinator(
        network.coordinator().ieeeAddress(),
        network.coordinator().type(),
        network.coordinator().meta(),
        parameters.panId(),
        parameters.extendedPanId(),
        parameters.channel(),
        endpoints);
  }

  /** As many as were told in time; never fails. */
  CompletionStage<List<ZigbeeEndpoint>> endpoints() {
    List<ZigbeeEndpoint> told = new ArrayList<>();
    CompletableFuture<List<ZigbeeEndpoint>> result = new CompletableFuture<>();
    thread.schedule(LIMIT, () -> result.complete(List.copyOf(told)));
    requests
        .askCoordinator(new ActiveEndpointsRequest(0))
        .thenCompose(
            answer ->
                answer instanceof ActiveEndpointsResponse response
                    ? describe(response.endpoints(), told)
                    : CompletableFuture.completedStage(null))
        .whenComplete(
            (done, failure) -> {
              told.sort(Comparator.comparingInt(ZigbeeEndpoint::id));
              result.complete(List.copyOf(told));
            });
    return result;
  }

  private CompletionStage<Void> describe(List<Integer> ids, List<ZigbeeEndpoint> told) {
    CompletionStage<Void> all = CompletableFuture.completedStage(null);
    for (int id : ids) {
      all =
          all.thenCompose(before -> requests.askCoordinator(new SimpleDescriptorRequest(0, id)))
              .thenAccept(
                  answer -> {
                    if (answer instanceof SimpleDescriptorResponse response) {
                      response
                          .descriptor()
                          .map(one -> Endpoints.described(Endpoints.empty(id), one))
                          .ifPresent(told::add);
                    }
                  });
    }
    return all;
  }
}
