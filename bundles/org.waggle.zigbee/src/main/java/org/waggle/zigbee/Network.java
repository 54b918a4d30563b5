package org.waggle.zigbee;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.MgmtLeaveRequest;
import org.waggle.zcl.zdo.MgmtLeaveResponse;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.JoinWindow;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NodeAmendment;
import org.waggle.zigbee.api.ReportingConfiguration;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZclRequest;
import org.waggle.zigbee.api.ZclRequest.Target;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * What others may do with a network: brings it to the network's thread, and hands out snapshots.
 */
final class Network implements ZigbeeNetwork {

  private static final Set<Integer> CHANNELS =
      IntStream.rangeClosed(11, 26).boxed().collect(Collectors.toUnmodifiableSet());

  private final Wiring parts;
  private final EventThread thread;

  Network(Wiring parts) {
    this.parts = parts;
    this.thread = parts.thread;
  }

  @Override
  public String name() {
    return parts.name;
  }

  @Override
  public NetworkStatus status() {
    return parts.status();
  }

  @Override
  public Optional<Coordinator> coordinator() {
    return Optional.ofNullable(parts.coordinator());
  }

  @Override
  public List<ZigbeeNode> nodes() {
    return parts.nodes.snapshots();
  }

  @Override
  public Optional<ZigbeeNode> node(IeeeAddress ieeeAddress) {
    return parts.nodes.snapshot(ieeeAddress);
  }

  @Override
  public List<ZigbeeGroup> groups() {
    return parts.groups.snapshots();
  }

  @Override
  public Optional<ZigbeeGroup> group(int groupId) {
    return parts.groups.snapshot(groupId);
  }

  @Override
  public Optional<JoinWindow> joinWindow() {
    return parts.permit.window();
  }

  @Override
  public CompletionStage<Void> permitJoin(Duration duration, Optional<IeeeAddress> through) {
    return thread.call(() -> parts.permit.permit(duration, through));
  }

  @Override
  public CompletionStage<ZigbeeNode> interview(IeeeAddress ieeeAddress) {
    return onNode(
        ieeeAddress,
        node ->
            parts.link.isUp()
                ? parts.interviews.start(node, true)
                : Failures.failed(Reason.OFFLINE, parts.link.absence()));
  }

  @Override
  public CompletionStage<Void> remove(IeeeAddress ieeeAddress, boolean force) {
    return onNode(
        ieeeAddress, node -> (force ? done() : leave(node)).thenCompose(left -> forget(node)));
  }

  private CompletionStage<Void> leave(Node node) {
    return parts
        .requests
        .ask(node, new MgmtLeaveRequest(node.ieeeAddress(), false, false))
        .thenAccept(
            answer -> {
              if (answer instanceof MgmtLeaveResponse response && !response.status().isSuccess()) {
                throw new ZigbeeException(Reason.STATUS, node + " answered " + response.status());
              }
            });
  }

  private CompletionStage<Void> forget(Node node) {
    if (parts.nodes.find(node.ieeeAddress()) == node) {
      parts.membership.remove(node);
    }
    return parts.persistence.save();
  }

  @Override
  public CompletionStage<Optional<ZclMessage>> send(ZclRequest request) {
    if (request.target() instanceof Target.Endpoint target) {
      EndpointAddress address = target.address();
      return thread.callNow(
          () ->
              withNode(
                  address.node(), node -> parts.requests.send(node, address.endpoint(), request)));
    }
    return thread.callNow(
        () -> parts.requests.sendToMany(request).thenApply(sent -> Optional.<ZclMessage>empty()));
  }

  @Override
  public CompletionStage<ZdoCommand> send(IeeeAddress ieeeAddress, ZdoCommand request) {
    return thread.call(
        () ->
            isCoordinator(ieeeAddress)
                ? parts.requests.askCoordinator(request)
                : withNode(ieeeAddress, node -> parts.requests.ask(node, request)));
  }

  @Override
  public CompletableFuture<ZdoCommand> sendInBackground(
      IeeeAddress ieeeAddress, ZdoCommand request) {
    CompletableFuture<ZdoCommand> answer = new CompletableFuture<>();
    BooleanSupplier withdrawn = answer::isDone;
    thread
        .call(
            () ->
                isCoordinator(ieeeAddress)
                    ? parts.requests.askCoordinatorInBackground(request, withdrawn)
                    : withNode(
                        ieeeAddress,
                        node -> parts.requests.askInBackground(node, request, withdrawn)))
        .whenComplete(
            (response, failure) -> {
              if (failure == null) {
                answer.complete(response);
              } else {
                answer.completeExceptionally(Failures.of(failure));
              }
            });
    return answer;
  }

  private boolean isCoordinator(IeeeAddress ieeeAddress) {
    Coordinator self = parts.coordinator();
    return self != null && self.ieeeAddress().equals(ieeeAddress);
  }

  @Override
  public CompletionStage<Void> broadcast(ZdoCommand request) {
    return thread.call(() -> parts.requests.broadcast(request));
  }

  @Override
  public CompletionStage<Void> bind(EndpointAddress source, Binding binding) {
    return onNode(source.node(), node -> parts.bindings.bind(node, source.endpoint(), binding));
  }

  @Override
  public CompletionStage<Void> unbind(EndpointAddress source, Binding binding) {
    return onNode(source.node(), node -> parts.bindings.unbind(node, source.endpoint(), binding));
  }

  @Override
  public CompletionStage<Void> configureReporting(
      EndpointAddress endpoint, List<ReportingConfiguration> configurations) {
    return onNode(
        endpoint.node(),
        node -> parts.bindings.configureReporting(node, endpoint.endpoint(), configurations));
  }

  @Override
  public CompletionStage<ZigbeeGroup> createGroup(int groupId) {
    return thread.call(() -> parts.groups.create(groupId));
  }

  @Override
  public CompletionStage<Void> removeGroup(int groupId, boolean force) {
    return thread.call(() -> parts.groups.remove(groupId, force));
  }

  @Override
  public CompletionStage<Void> addMember(int groupId, EndpointAddress member) {
    return thread.call(() -> parts.groups.addMember(groupId, member));
  }

  @Override
  public CompletionStage<Void> removeMember(int groupId, EndpointAddress member) {
    return thread.call(() -> parts.groups.removeMember(groupId, member));
  }

  @Override
  public CompletionStage<Void> removeFromAllGroups(EndpointAddress member) {
    return thread.call(() -> parts.groups.removeFromAll(member));
  }

  @Override
  public CompletionStage<Void> amend(IeeeAddress ieeeAddress, NodeAmendment amendment) {
    return onNode(
        ieeeAddress,
        node -> {
          BasicBuilder basic = new BasicBuilder(node.snapshot().basic());
          if (amendment.powerSource().isPresent()) {
            basic.powerSource = amendment.powerSource();
          }
          node.basic(basic.build());
          return parts
              .persistence
              .save()
              .thenRun(
                  () -> parts.listeners.tell(listener -> listener.nodeChanged(node.snapshot())));
        });
  }

  @Override
  public CompletionStage<Map<Integer, Integer>> energyScan() {
    return thread.call(() -> parts.link.with(radio -> radio.energyScan(CHANNELS)));
  }

  @Override
  public CompletionStage<Map<String, Long>> counters() {
    return thread.call(() -> parts.link.with(ZigbeeRadio::counters));
  }

  @Override
  public DocumentStore store() {
    return parts.store;
  }

  @Override
  public Subscription listen(NetworkListener listener) {
    return parts.listeners.add(listener);
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  @Override
  public Subscription schedule(Duration delay, Runnable task) {
    return thread.schedule(delay, task);
  }

  private <T> CompletionStage<T> onNode(
      IeeeAddress ieeeAddress, Function<Node, CompletionStage<T>> work) {
    return thread.call(() -> withNode(ieeeAddress, work));
  }

  private <T> CompletionStage<T> withNode(
      IeeeAddress ieeeAddress, Function<Node, CompletionStage<T>> work) {
    Node node = parts.nodes.find(ieeeAddress);
    return node == null
        ? Failures.failed(Reason.UNKNOWN_NODE, ieeeAddress + " is not on the network")
        : work.apply(node);
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedStage(null);
  }
}
