package org.waggle.zigbee;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.zcl.Direction;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.zdo.MgmtNwkUpdateRequest;
import org.waggle.zcl.zdo.MgmtPermitJoiningRequest;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoFrame;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/** All that is sent, and the answers to it. On the event thread only. */
final class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private static final int ALL = 0xFFFF;
  private static final int LISTENING = 0xFFFD;
  private static final int ROUTERS = 0xFFFC;

  private record CoordinatorQueue() implements RequestQueue.Destination {

    @Override
    public int networkAddress() {
      return 0;
    }

    @Override
    public boolean mayBeAsleep() {
      return false;
    }

    @Override
    public String toString() {
      return "The coordinator";
    }
  }

  private final EventThread thread;
  private final RadioLink link;
  private final InFlight inFlight;
  private final Broadcasts broadcasts;
  private final BackgroundRequests background;
  private final Sequence sequence = new Sequence();
  private final Map<RequestQueue.Destination, RequestQueue> queues = new HashMap<>();
  private final CoordinatorQueue coordinator = new CoordinatorQueue();

  Requests(EventThread thread, RadioLink link, int concurrency) {
    this.thread = thread;
    this.link = link;
    this.inFlight = new InFlight(concurrency);
    this.broadcasts = new Broadcasts(thread, link);
    this.background = new BackgroundRequests(thread, link, inFlight, sequence);
  }

  /** Sends a request to an endpoint of a node, in its turn. */
  CompletionStage<Optional<ZclMessage>> send(Node node, int endpoint, ZclRequest request) {
    if (request.replyTo().isPresent()) {
      return reply(node, endpoint, request, request.replyTo().getAsInt())
          .thenApply(sent -> Optional.empty());
    }
    ZclExchange exchange = new ZclExchange(request, endpoint, thread.now());
    queue(node).submit(exchange);
    return exchange.answer();
  }

  /** Sends a response, at once: the node waits for it. */
  private CompletionStage<Void> reply(Node node, int endpoint, ZclRequest response, int number) {
    return link.send(ZclFrames.unicast(response, node.networkAddress(), endpoint, number, false))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Failures.of(failure)));
  }

  /** Sends a request to many. */
  CompletionStage<Void> sendToMany(ZclRequest request) {
    int number = sequence.next();
    if (request.target() instanceof Target.Group group) {
      return broadcasts.send(
          ZclFrames.toMany(request, new Destination.Group(group.groupId()), 0xFF, number));
    }
    Target.Broadcast all = (Target.Broadcast) request.target();
    return broadcasts.send(
        ZclFrames.toMany(
            request, new Destination.Broadcast(all.networkAddress()), all.endpoint(), number));
  }

  CompletionStage<ZdoCommand> ask(Node node, ZdoCommand request) {
    return ask((RequestQueue.Destination) node, request);
  }

  CompletionStage<ZdoCommand> askCoordinator(ZdoCommand request) {
    return ask(coordinator, request);
  }

  private CompletionStage<ZdoCommand> ask(
      RequestQueue.Destination destination, ZdoCommand request) {
    ZdoExchange exchange = new ZdoExchange(request, thread.now());
    queue(destination).submit(exchange);
    return exchange.answer();
  }

  /** Asks when there is nothing else to send, unless it is withdrawn before. */
  CompletionStage<ZdoCommand> askInBackground(
      Node node, ZdoCommand request, BooleanSupplier withdrawn) {
    return background.ask(node, request, withdrawn);
  }

  CompletionStage<ZdoCommand> askCoordinatorInBackground(
      ZdoCommand request, BooleanSupplier withdrawn) {
    return background.ask(coordinator, request, withdrawn);
  }

  /** Asks whoever is at a network address; the answer is not waited for. */
  CompletionStage<Void> askStranger(int networkAddress, ZdoCommand request) {
    return link.send(
        ZdoExchange.frame(new Destination.Unicast(networkAddress), request, sequence.next()));
  }

  CompletionStage<Void> broadcast(ZdoCommand request) {
    int address = LISTENING;
    if (request instanceof MgmtPermitJoiningRequest) {
      address = ROUTERS;
    } else if (request instanceof MgmtNwkUpdateRequest) {
      address = ALL;
    }
    return broadcasts.send(
        ZdoExchange.frame(new Destination.Broadcast(address), request, sequence.next()));
  }

  /** Reads attributes; fails with the first status that is not success, as Zigbee2MQTT does. */
  CompletionStage<Map<Integer, ZclValue>> read(
      Node node, int endpoint, int clusterId, Integer... attributeIds) {
    return command(node, endpoint, clusterId, new ReadAttributes(List.of(attributeIds)))
        .thenApply(
            answer -> {
              Map<Integer, ZclValue> values = new LinkedHashMap<>();
              if (answer.isPresent()
                  && answer.get().frame().command() instanceof ReadAttributesResponse response) {
                for (ReadAttributesResponse.Result result : response.results()) {
                  values.put(
                      result.attributeId(),
                      result
                          .value()
                          .orElseThrow(
                              () ->
                                  new ZigbeeException(
                                      result.status(), node + " answered " + result.status())));
                }
              }
              return values;
            });
  }

  /** Sends a command without wishing for a default response of success. */
  CompletionStage<Optional<ZclMessage>> command(
      Node node, int endpoint, int clusterId, ZclCommand command) {
    return send(node, endpoint, quiet(node, endpoint, clusterId, command, OptionalInt.empty()));
  }

  /** Answers a command of a node. */
  CompletionStage<Optional<ZclMessage>> answer(
      Node node, int endpoint, int clusterId, ZclCommand response, int sequence) {
    return send(
        node, endpoint, quiet(node, endpoint, clusterId, response, OptionalInt.of(sequence)));
  }

  private static ZclRequest quiet(
      Node node, int endpoint, int clusterId, ZclCommand command, OptionalInt replyTo) {
    return new ZclRequest(
        new Target.Endpoint(new EndpointAddress(node.ieeeAddress(), endpoint)),
        clusterId,
        OptionalInt.empty(),
        Direction.CLIENT_TO_SERVER,
        command,
        1,
        true,
        replyTo,
        ZclRequest.DEFAULT_TIMEOUT,
        Patience.NONE);
  }

  /** Whether there is nothing to send to a node. */
  boolean isIdle(Node node) {
    RequestQueue queue = queues.get(node);
    return queue == null || queue.isIdle();
  }

  /** A node was heard, and is awake for a moment. */
  void heard(Node node) {
    RequestQueue queue = queues.get(node);
    if (queue != null) {
      queue.awake();
    }
  }

  void received(Node node, ZclMessage message) {
    RequestQueue queue = queues.get(node);
    if (queue != null) {
      queue.received(message);
    }
  }

  void received(Node node, ZdoFrame frame) {
    received((RequestQueue.Destination) node, frame);
  }

  void receivedFromCoordinator(ZdoFrame frame) {
    received(coordinator, frame);
  }

  private void received(RequestQueue.Destination destination, ZdoFrame frame) {
    RequestQueue queue = queues.get(destination);
    if (queue != null) {
      queue.received(frame);
    }
    background.received(destination, frame);
  }

  /** The node left. */
  void forget(Node node) {
    ZigbeeException failure = new ZigbeeException(Reason.UNKNOWN_NODE, node + " left the network");
    RequestQueue queue = queues.remove(node);
    if (queue != null) {
      queue.close(failure);
    }
    background.forget(node, failure);
  }

  /** Why nothing can be sent, while the radio is not there. */
  String absence() {
    return link.absence();
  }

  /** The radio went. */
  void offline() {
    ZigbeeException failure = new ZigbeeException(Reason.OFFLINE, link.absence());
    List<RequestQueue> all = List.copyOf(queues.values());
    all.forEach(inFlight::withdraw); // or each would pass its turn on to the next, to fail as well
    all.forEach(queue -> queue.offline(failure));
    broadcasts.offline(failure);
    background.offline(failure);
    LOG.debug("All pending requests failed");
  }

  /** The network ends. */
  void close() {
    ZigbeeException failure = new ZigbeeException(Reason.CLOSED, "The network is closed");
    List<RequestQueue> all = List.copyOf(queues.values());
    all.forEach(inFlight::withdraw);
    all.forEach(queue -> queue.close(failure));
    broadcasts.offline(failure);
    background.offline(failure);
  }

  private RequestQueue queue(RequestQueue.Destination destination) {
    return queues.computeIfAbsent(
        destination, who -> new RequestQueue(who, thread, link, inFlight, sequence));
  }
}
