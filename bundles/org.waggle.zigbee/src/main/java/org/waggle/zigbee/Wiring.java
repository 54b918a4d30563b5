package org.waggle.zigbee;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.cluster.Clusters;
import org.waggle.zigbee.api.Coordinator;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * The parts of a network and how they act on each other: what becomes of nodes that come and go,
 * and of everything when the radio comes and goes.
 */
final class Wiring implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private static final Duration STOP_LIMIT = Duration.ofMillis(900);
  private static final Duration QUIET_LIMIT = Duration.ofMillis(300);

  final String name;
  final EventThread thread;
  final DocumentStore store;
  private final Executor slow;
  final RadioLink link;
  private final RadioLifecycle lifecycle;
  final Listeners listeners = new Listeners();
  final NodeTable nodes = new NodeTable();
  final Requests requests;
  final Persistence persistence;
  final Groups groups;
  final Bindings bindings;
  final Interviews interviews;
  final Permit permit;
  final Membership membership;
  private final CoordinatorDescription description;
  private final RadioMemory memory;
  private final Backups backups;
  private final CoordinatorChange coordinatorChange;

  private volatile NetworkStatus status = RadioStatus.INITIAL;
  private volatile @Nullable Coordinator coordinator;

  /**
   * @param claims of all networks
   * @param slow runs what may take a moment, such as closing a radio
   */
  Wiring(
      String name,
      Settings settings,
      RadioProviders providers,
      Ports ports,
      PortClaims claims,
      EventThread thread,
      DocumentStore store,
      Executor slow) {
    this.name = name;
    this.thread = thread;
    this.store = store;
    this.slow = slow;
    link = new RadioLink(thread);
    requests = new Requests(thread, link, settings.concurrency());
    persistence = new Persistence(NetworkDocument.NAME, store, thread, this::document);
    groups = new Groups(nodes, requests, link, persistence, listeners);
    bindings = new Bindings(requests, persistence, listeners);
    interviews = new Interviews(thread, requests, bindings, listeners, persistence);
    permit = new Permit(thread, nodes, requests, link, listeners);
    membership = new Membership(thread, nodes, listeners, new Consequences());
    description = new CoordinatorDescription(thread, requests);
    memory = new RadioMemory(store);
    backups = new Backups(name, store, thread, link, slow);
    coordinatorChange =
        new CoordinatorChange(name, thread, nodes, requests, bindings, listeners, memory);
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
            claims,
            new RadioSearch(name, settings, providers, ports, claims, memory, thread, slow),
            backups,
            thread,
            slow,
            link,
            receiver,
            new RadioStatus(name, thread, this::statusChanged),
            new Watcher());
  }

  /** Takes up what is remembered, and looks for the radio. */
  void start() {
    NetworkDocument remembered =
        store.load(NetworkDocument.NAME).map(NetworkDocument::read).orElse(NetworkDocument.EMPTY);
    nodes.addAll(remembered.nodes().stream().map(Node::new).toList());
    interviews.resume(nodes.all());
    memory.load();
    groups.load(remembered.groups(), remembered.formerMembers());
    listeners.add(new KeyChanges());
    slow.execute(Clusters::standard); // so that the first command need not wait for them
    thread.execute(lifecycle::start);
  }

  /** Hands what is known to the store, closes joining as far as that is quick, and the radio. */
  CompletionStage<Void> stop() {
    return thread.call(
        () -> {
          interviews.offline(); // to be taken up at the next start
          persistence.flush();
          return quiet()
              .thenCompose(
                  quiet -> {
                    requests.close();
                    return lifecycle.stop();
                  });
        });
  }

  private CompletionStage<Void> quiet() {
    if (permit.window().isEmpty()) {
      return done();
    }
    CompletableFuture<Void> quiet = new CompletableFuture<>();
    thread.schedule(QUIET_LIMIT, () -> quiet.complete(null));
    permit.close().whenComplete((closed, failure) -> quiet.complete(null));
    return quiet;
  }

  @Override
  public void close() {
    try {
      stop().toCompletableFuture().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("{} was not closed in time", name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.close();
  }

  NetworkStatus status() {
    return status;
  }

  /** Null until the radio has been open. */
  @Nullable Coordinator coordinator() {
    return coordinator;
  }

  /** With nodes as they are when it is written, so that no message has to wait for their copies. */
  private Supplier<String> document() {
    Collection<Node> members = nodes.all();
    List<ZigbeeGroup> allGroups = groups.snapshots();
    List<FormerMember> formerMembers = List.copyOf(groups.formerMembers());
    return () ->
        NetworkDocument.write(
            members.stream().map(Node::snapshot).toList(), allGroups, formerMembers);
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
      permit.online(address);
      groups.online();
      interviews.online(address);
      return description
          .endpoints()
          .thenAccept(endpoints -> coordinator = description.of(network, endpoints));
    }

    @Override
    public void online(NetworkStart.Outcome.Up network) {
      backups.online(network.coordinator());
      coordinatorChange.online(network.coordinator().ieeeAddress());
    }

    @Override
    public void down() {
      backups.offline();
      coordinatorChange.offline();
      interviews.offline();
      requests.offline();
      permit.offline();
    }
  }

  private void statusChanged(NetworkStatus next) {
    status = next;
    listeners.tell(listener -> listener.statusChanged(next));
  }

  /** Devices have keys of their own, which the backup has to have as well. */
  private final class KeyChanges implements NetworkListener {

    @Override
    public void joined(ZigbeeNode node) {
      backups.changed();
    }

    @Override
    public void left(IeeeAddress ieeeAddress) {
      backups.changed();
    }
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedStage(null);
  }
}
