package org.waggle.zigbee;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** One Zigbee network: wires its parts together and brings what is asked of it to its thread. */
final class Network implements ZigbeeNetwork, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Network.class);

  private static final Duration STOP_LIMIT = Duration.ofMillis(800);

  private final String name;
  private final EventThread thread;
  private final DocumentStore store;
  private final RadioLink link;
  private final RadioLifecycle lifecycle;
  private final Listeners listeners = new Listeners();
  private final NodeTable nodes = new NodeTable();
  private final Requests requests;
  private final Persistence persistence;
  private final Groups groups;
  private final Bindings bindings;
  private final Interviews interviews;
  private final Permit permit;
  private final Membership membership;
  private final CoordinatorDescription description;

  private volatile NetworkStatus status = RadioLifecycle.STARTING;
  private volatile @Nullable Coordinator coordinator;

  /**
   * @param slow runs what may take a moment, such as closing a radio
   */
  Network(
      String name,
      Settings settings,
      RadioProviders providers,
      EventThread thread,
      DocumentStore store,
      Executor slow) {
    this.name = name;
    this.thread = thread;
    this.store = store;
    link = new RadioLink(thread);
    requests = new Requests(thread, link, settings.concurrency());
    persistence = new Persistence(NetworkDocument.NAME, store, thread, this::document);
    groups = new Groups(nodes, requests, link, persistence, listeners);
    bindings = new Bindings(requests, persistence, listeners);
    interviews = new Interviews(thread, requests, bindings, listeners, persistence);
    permit = new Permit(thread, nodes, requests, link, listeners);
    membership = new Membership(thread, nodes, listeners, new Consequences());
    description = new CoordinatorDescription(thread, requests);
    Receiver receiver =
        new Receiver(
            thread,
            nodes,
            membership,
            new Strangers(thread, requests),
            requests,
            new CoordinatorServers(
                requests,
                new TimeServer(thread::now, ZoneId.systemDefault()),
                new PollControl(requests)),
            listeners,
            persistence);
    lifecycle =
        new RadioLifecycle(
            name,
            settings,
            new NetworkIdentity(store),
            providers,
            thread,
            slow,
            link,
            receiver,
            new Watcher());
  }

  /** Takes up what is remembered, and looks for the radio. */
  void start() {
    NetworkDocument remembered =
        store.load(NetworkDocument.NAME).map(NetworkDocument::read).orElse(NetworkDocument.EMPTY);
    nodes.addAll(remembered.nodes().stream().map(Node::new).toList());
    groups.load(remembered.groups());
    thread.execute(lifecycle::start);
  }

  /** Closes joining and the radio, and hands what is known to the store. */
  @Override
  public void close() {
    CompletionStage<Void> closed =
        thread
            .call(() -> permit.window().isPresent() ? permit.close() : done())
            .handle((done, failure) -> null)
            .thenCompose(
                quiet ->
                    thread.call(
                        () -> {
                          requests.close();
                          persistence.flush();
                          return lifecycle.stop();
                        }));
    try {
      closed.toCompletableFuture().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("{} was not closed in time", name);
      thread.execute(persistence::flush);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.close();
  }

  private String document() {
    return NetworkDocument.write(nodes.snapshots(), groups.snapshots());
  }

  /** What becomes of nodes that come and go. */
  private final class Consequences implements Membership.Consequences {

    @Override
    public void interview(Node node) {
      if (link.isUp()) {
        interviews
            .start(node, false)
            .whenComplete(
                (interviewed, failure) -> {
                  if (failure != null) {
                    LOG.debug("{} stays unknown: {}", node, Failures.text(failure));
                  }
                });
      }
    }

    @Override
    public void forget(Node node) {
      interviews.forget(node);
      requests.forget(node);
      groups.forget(node.ieeeAddress());
    }

    @Override
    public void save() {
      persistence.save();
    }
  }

  /** What becomes of the network when its radio comes and goes. */
  private final class Watcher implements RadioLifecycle.Watcher {

    @Override
    public CompletionStage<Void> up(NetworkStart.Outcome.Up network) {
      if (network.formed() && !nodes.all().isEmpty()) {
        LOG.warn(
            "{} was formed anew; its {} devices have to join again unless their coordinator only"
                + " changed and has the same network parameters and key",
            name,
            nodes.all().size());
      }
      IeeeAddress address = network.coordinator().ieeeAddress();
      coordinator = description.of(network, List.of());
      return description
          .endpoints()
          .thenAccept(
              endpoints -> {
                coordinator = description.of(network, endpoints);
                permit.online(address);
                groups.online();
                interviews.online(address);
              });
    }

    @Override
    public void down() {
      interviews.offline();
      requests.offline();
      permit.offline();
    }

    @Override
    public void statusChanged(NetworkStatus next) {
      status = next;
      listeners.tell(listener -> listener.statusChanged(next));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NetworkStatus status() {
    return status;
  }

  @Override
  public Optional<Coordinator> coordinator() {
    return Optional.ofNullable(coordinator);
  }

  @Override
  public List<ZigbeeNode> nodes() {
    return nodes.snapshots();
  }

  @Override
  public Optional<ZigbeeNode> node(IeeeAddress ieeeAddress) {
    return nodes.snapshot(ieeeAddress);
  }

  @Override
  public List<ZigbeeGroup> groups() {
    return groups.snapshots();
  }

  @Override
  public Optional<ZigbeeGroup> group(int groupId) {
    return groups.snapshot(groupId);
  }

  @Override
  public Optional<JoinWindow> joinWindow() {
    return permit.window();
  }

  @Override
  public CompletionStage<Void> permitJoin(Duration duration, Optional<IeeeAddress> through) {
    return thread.call(() -> permit.permit(duration, through));
  }

  @Override
  public CompletionStage<ZigbeeNode> interview(IeeeAddress ieeeAddress) {
    return onNode(
        ieeeAddress,
        node ->
            link.isUp()
                ? interviews.start(node, true)
                : Failures.failed(Reason.OFFLINE, "The radio is not there"));
  }

  @Override
  public CompletionStage<Void> remove(IeeeAddress ieeeAddress, boolean force) {
    return onNode(
        ieeeAddress, node -> (force ? done() : leave(node)).thenCompose(left -> forget(node)));
  }

  private CompletionStage<Void> leave(Node node) {
    return requests
        .ask(node, new MgmtLeaveRequest(node.ieeeAddress(), false, false))
        .thenAccept(
            answer -> {
              if (answer instanceof MgmtLeaveResponse response && !response.status().isSuccess()) {
                throw new ZigbeeException(Reason.STATUS, node + " answered " + response.status());
              }
            });
  }

  private CompletionStage<Void> forget(Node node) {
    if (nodes.find(node.ieeeAddress()) == node) {
      membership.remove(node);
    }
    return persistence.save();
  }

  @Override
  public CompletionStage<Optional<ZclMessage>> send(ZclRequest request) {
    if (request.target() instanceof Target.Endpoint target) {
      return onNode(
          target.address().node(),
          node -> requests.send(node, target.address().endpoint(), request));
    }
    return thread.call(
        () -> requests.sendToMany(request).thenApply(sent -> Optional.<ZclMessage>empty()));
  }

  @Override
  public CompletionStage<ZdoCommand> send(IeeeAddress ieeeAddress, ZdoCommand request) {
    return thread.call(
        () -> {
          Coordinator self = coordinator;
          return self != null && self.ieeeAddress().equals(ieeeAddress)
              ? requests.askCoordinator(request)
              : withNode(ieeeAddress, node -> requests.ask(node, request));
        });
  }

  @Override
  public CompletionStage<Void> broadcast(ZdoCommand request) {
    return thread.call(() -> requests.broadcast(request));
  }

  @Override
  public CompletionStage<Void> bind(EndpointAddress source, Binding binding) {
    return onNode(source.node(), node -> bindings.bind(node, source.endpoint(), binding));
  }

  @Override
  public CompletionStage<Void> unbind(EndpointAddress source, Binding binding) {
    return onNode(source.node(), node -> bindings.unbind(node, source.endpoint(), binding));
  }

  @Override
  public CompletionStage<Void> configureReporting(
      EndpointAddress endpoint, List<ReportingConfiguration> configurations) {
    return onNode(
        endpoint.node(),
        node -> bindings.configureReporting(node, endpoint.endpoint(), configurations));
  }

  @Override
  public CompletionStage<ZigbeeGroup> createGroup(int groupId) {
    return thread.call(() -> groups.create(groupId));
  }

  @Override
  public CompletionStage<Void> removeGroup(int groupId, boolean force) {
    return thread.call(() -> groups.remove(groupId, force));
  }

  @Override
  public CompletionStage<Void> addMember(int groupId, EndpointAddress member) {
    return thread.call(() -> groups.addMember(groupId, member));
  }

  @Override
  public CompletionStage<Void> removeMember(int groupId, EndpointAddress member) {
    return thread.call(() -> groups.removeMember(groupId, member));
  }

  @Override
  public CompletionStage<Void> removeFromAllGroups(EndpointAddress member) {
    return thread.call(() -> groups.removeFromAll(member));
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
          return persistence
              .save()
              .thenRun(() -> listeners.tell(listener -> listener.nodeChanged(node.snapshot())));
        });
  }

  @Override
  public DocumentStore store() {
    return store;
  }

  @Override
  public Subscription listen(NetworkListener listener) {
    return listeners.add(listener);
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
    Node node = nodes.find(ieeeAddress);
    return node == null
        ? Failures.failed(Reason.UNKNOWN_NODE, ieeeAddress + " is not on the network")
        : work.apply(node);
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedStage(null);
  }
}
