package org.waggle.zigbee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.ActiveEndpointsRequest;
import org.waggle.zcl.zdo.ActiveEndpointsResponse;
import org.waggle.zcl.zdo.LogicalType;
import org.waggle.zcl.zdo.NodeDescriptorRequest;
import org.waggle.zcl.zdo.NodeDescriptorResponse;
import org.waggle.zcl.zdo.SimpleDescriptorRequest;
import org.waggle.zcl.zdo.SimpleDescriptorResponse;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/**
 * Asks one node what it is, in the order in which Zigbee2MQTT asks: node descriptor, active
 * endpoints, and for each endpoint its simple descriptor, its Basic cluster and its enrolment as an
 * IAS zone; poll control at the end.
 */
final class Interview {

  private static final Logger LOG = LoggerFactory.getLogger(Interview.class);

  private static final int NODE_DESCRIPTOR_TRIES = 6;
  private static final int ACTIVE_ENDPOINTS_TRIES = 2;

  /** Tuya; its end devices leave at once if they are asked too early. */
  private static final int TUYA = 0x120B;

  private static final Duration TUYA_PAUSE = Duration.ofSeconds(10);

  /** Manufacturer codes behind which are Tuya devices that fall asleep quickly. */
  private static final Set<Integer> HASTY = Set.of(0x0000, 0x1002);

  private static final int BASIC = 0x0000;

  private final Node node;
  private final boolean anew;
  private final IeeeAddress coordinator;
  private final EventThread thread;
  private final Requests requests;
  private final Bindings bindings;
  private final Set<Integer> unread = new HashSet<>(BasicAttributes.ALL);
  private boolean ended;

  /**
   * @param anew whether to ask for what is known already
   */
  Interview(
      Node node,
      boolean anew,
      IeeeAddress coordinator,
      EventThread thread,
      Requests requests,
      Bindings bindings) {
    this.node = node;
    this.anew = anew;
    this.coordinator = coordinator;
    this.thread = thread;
    this.requests = requests;
    this.bindings = bindings;
  }

  /** Completes when the node is known, exceptionally when it cannot be. */
  CompletionStage<Void> run() {
    return describe()
        .thenCompose(described -> described ? explore() : done())
        .exceptionallyCompose(
            failure -> {
              if (!ended && InterviewQuirks.accept(node)) {
                LOG.debug("{} is known well enough: {}", node, Failures.text(failure));
                return done();
              }
              return CompletableFuture.failedFuture(failure);
            });
  }

  /** Asks no more; the stage of {@link #run} then fails. */
  void end() {
    ended = true;
  }

  /**
   * @return false if the node is known well enough without
   */
  private CompletionStage<Boolean> describe() {
    if (!anew && hasNodeDescriptor()) {
      return CompletableFuture.completedStage(true);
    }
    return describe(NODE_DESCRIPTOR_TRIES);
  }

  private CompletionStage<Boolean> describe(int tries) {
    return step(() -> requests.ask(node, new NodeDescriptorRequest(node.networkAddress())))
        .thenApply(answer -> answer instanceof NodeDescriptorResponse response && take(response))
        .exceptionally(failure -> false)
        .thenCompose(
            told -> {
              if (told) {
                return CompletableFuture.completedStage(true);
              }
              if (!ended && InterviewQuirks.accept(node)) {
                return CompletableFuture.completedStage(false);
              }
              if (!ended && tries > 1) {
                return describe(tries - 1);
              }
              return hasNodeDescriptor()
                  ? CompletableFuture.completedStage(true)
                  : failed(node + " does not tell its node descriptor");
            });
  }

  private boolean hasNodeDescriptor() {
    return node.snapshot().manufacturerCode().isPresent()
        && node.snapshot().type() != NodeType.UNKNOWN;
  }

  private boolean take(NodeDescriptorResponse response) {
    response
        .descriptor()
        .ifPresent(
            descriptor ->
                node.described(
                    type(descriptor.logicalType()), OptionalInt.of(descriptor.manufacturerCode())));
    return response.descriptor().isPresent();
  }

  private static NodeType type(LogicalType type) {
    return switch (type) {
      case COORDINATOR -> NodeType.COORDINATOR;
      case ROUTER -> NodeType.ROUTER;
      case END_DEVICE -> NodeType.END_DEVICE;
      case UNKNOWN -> NodeType.UNKNOWN;
    };
  }

  private CompletionStage<Void> explore() {
    return getReady()
        .thenCompose(ready -> listEndpoints(ACTIVE_ENDPOINTS_TRIES))
        .thenCompose(endpoints -> inTurn(endpoints, this::exploreEndpoint))
        .thenCompose(explored -> bindPollControl());
  }

  private CompletionStage<Void> getReady() {
    int manufacturer = node.snapshot().manufacturerCode().orElse(-1);
    if (manufacturer == TUYA && node.snapshot().type() == NodeType.END_DEVICE) {
      return thread.delay(TUYA_PAUSE);
    }
    if (HASTY.contains(manufacturer)) {
      return step(() ->
              requests.read(
                  node, 1, BASIC, BasicAttributes.MODEL_ID, BasicAttributes.MANUFACTURER_NAME))
          .handle((read, failure) -> null);
    }
    return done();
  }

  private CompletionStage<List<Integer>> listEndpoints(int tries) {
    return step(() -> requests.ask(node, new ActiveEndpointsRequest(node.networkAddress())))
        .thenCompose(
            answer ->
                answer instanceof ActiveEndpointsResponse response && response.status().isSuccess()
                    ? CompletableFuture.completedStage(take(response))
                    : Interview.<List<Integer>>failed(node + " does not list its endpoints"))
        .exceptionallyCompose(
            failure ->
                tries > 1 && !ended
                    ? listEndpoints(tries - 1)
                    : CompletableFuture.failedFuture(failure));
  }

  private List<Integer> take(ActiveEndpointsResponse response) {
    // Some devices list endpoint 0, which is none.
    List<Integer> ids =
        response.endpoints().stream().filter(id -> id != 0).distinct().sorted().toList();
    List<ZigbeeEndpoint> endpoints = new ArrayList<>();
    for (int id : ids) {
      endpoints.add(node.snapshot().endpoint(id).orElseGet(() -> Endpoints.empty(id)));
    }
    node.endpoints(endpoints);
    return ids;
  }

  private CompletionStage<Void> exploreEndpoint(Integer id) {
    return step(() -> requests.ask(node, new SimpleDescriptorRequest(node.networkAddress(), id)))
        .thenCompose(
            answer ->
                answer instanceof SimpleDescriptorResponse response && take(id, response)
                    ? done()
                    : Interview.<Void>failed(node + " does not describe its endpoint " + id))
        .thenCompose(
            described ->
                serves(id, BASIC) ? inTurn(BasicAttributes.ALL, key -> read(id, key)) : done())
        .thenCompose(
            read ->
                serves(id, IasZone.CLUSTER)
                    ? new IasEnrolment(node, id, coordinator, thread, requests, this::step).run()
                    : done());
  }

  private boolean take(int id, SimpleDescriptorResponse response) {
    response
        .descriptor()
        .ifPresent(
            descriptor -> node.endpoint(id, endpoint -> Endpoints.described(endpoint, descriptor)));
    return response.descriptor().isPresent();
  }

  private boolean serves(int id, int clusterId) {
    return node.snapshot()
        .endpoint(id)
        .filter(endpoint -> endpoint.inputClusters().contains(clusterId))
        .isPresent();
  }

  /** Reads one attribute of the Basic cluster; that it cannot be read does not matter. */
  private CompletionStage<Void> read(int endpoint, int attributeId) {
    if (!unread.contains(attributeId)
        || !(anew || BasicAttributes.isMissing(node.snapshot().basic(), attributeId))) {
      return done();
    }
    // Devices are recognized by these two, so they are worth a second try.
    boolean again =
        attributeId == BasicAttributes.MODEL_ID || attributeId == BasicAttributes.MANUFACTURER_NAME;
    return readOnce(endpoint, attributeId)
        .exceptionallyCompose(
            failure ->
                again && !ended
                    ? thread
                        .delay(TUYA_PAUSE)
                        .thenCompose(rested -> readOnce(endpoint, attributeId))
                    : CompletableFuture.failedFuture(failure))
        .handle(
            (done, failure) -> {
              if (failure != null) {
                LOG.debug("{} does not tell attribute {}", node, attributeId);
              }
              return null;
            });
  }

  private CompletionStage<Void> readOnce(int endpoint, int attributeId) {
    // The value itself was taken when the answer arrived.
    return step(() -> requests.read(node, endpoint, BASIC, attributeId))
        .thenAccept(read -> unread.remove(attributeId));
  }

  private CompletionStage<Void> bindPollControl() {
    List<Integer> endpoints =
        node.snapshot().endpoints().stream()
            .filter(endpoint -> endpoint.inputClusters().contains(PollControl.CLUSTER))
            .map(ZigbeeEndpoint::id)
            .toList();
    return inTurn(
            endpoints,
            id ->
                step(() -> bindings.bindToCoordinator(node, id, PollControl.CLUSTER, coordinator))
                    .thenCompose(
                        bound ->
                            step(
                                () ->
                                    requests.read(
                                        node,
                                        id,
                                        PollControl.CLUSTER,
                                        PollControl.CHECK_IN_INTERVAL)))
                    .thenAccept(read -> {}))
        .exceptionallyCompose(
            failure -> {
              LOG.debug(
                  "{} does not let its poll control be bound: {}", node, Failures.text(failure));
              return ended ? CompletableFuture.failedFuture(failure) : done();
            });
  }

  /** One step, unless the interview has ended. */
  private <T> CompletionStage<T> step(Supplier<CompletionStage<T>> step) {
    return ended
        ? CompletableFuture.failedFuture(new CancellationException("The interview was ended"))
        : step.get();
  }

  private static <T> CompletionStage<Void> inTurn(
      List<T> items, Function<T, CompletionStage<Void>> each) {
    CompletionStage<Void> all = done();
    for (T item : items) {
      all = all.thenCompose(before -> each.apply(item));
    }
    return all;
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedStage(null);
  }

  private static <T> CompletionStage<T> failed(String message) {
    return CompletableFuture.failedFuture(new ZigbeeException(Reason.REFUSED, message));
  }
}
