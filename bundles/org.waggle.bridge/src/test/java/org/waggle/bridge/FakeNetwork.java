package org.waggle.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.waggle.zcl.IeeeAddress;
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
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNetwork;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * A network without a radio. Its event thread is the test's own: {@link #settle} does what is
 * queued, {@link #advance} lets time pass.
 */
public final class FakeNetwork implements ZigbeeNetwork {

  /** When the network's clock begins. */
  public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private record Timer(Duration at, long order, Runnable task) {}

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
  private final List<NetworkListener> listeners = new ArrayList<>();
  private final Map<IeeeAddress, ZigbeeNode> nodes = new LinkedHashMap<>();
  private final Map<Integer, ZigbeeGroup> groups = new TreeMap<>();
  private final MemoryStore store = new MemoryStore();
  private Duration now = Duration.ZERO;
  private long timersMade;
  private NetworkStatus status = NetworkStatus.ONLINE;
  private Optional<JoinWindow> joinWindow = Optional.empty();

  /** The requests that were sent. */
  public final List<ZclRequest> requests = new ArrayList<>();

  /** Anything else that was asked for, in words. */
  public final List<String> calls = new ArrayList<>();

  /** Answers requests; by default nothing is said in return. */
  public Function<ZclRequest, CompletionStage<Optional<ZclMessage>>> answer =
      request -> CompletableFuture.completedFuture(Optional.empty());

  /** Answers requests in the background; by default nobody does. */
  public BiFunction<IeeeAddress, ZdoCommand, CompletableFuture<ZdoCommand>> backgroundAnswer =
      (node, request) ->
          CompletableFuture.failedFuture(
              new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "nobody answers"));

  /** What happens in an interview. */
  public Runnable interviewing = () -> {};

  /** What the next call other than a request fails with. */
  public Optional<ZigbeeException> failure = Optional.empty();

  public Optional<Coordinator> coordinator =
      Optional.of(
          new Coordinator(
              new IeeeAddress(0x00124b0000000001L),
              "EmberZNet",
              Map.of("revision", "7.4.3 [GA]"),
              0x1a62,
              0x0807060504030201L,
              11,
              List.of()));

  /** Does all that is queued, and what comes of it. */
  public void settle() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Does what is queued, also by other threads, until something is true. */
  public void settleUntil(BooleanSupplier condition) throws InterruptedException {
    settle();
    while (!condition.getAsBoolean()) {
      Runnable task = tasks.poll(10, TimeUnit.SECONDS);
      if (task == null) {
        throw new AssertionError("nothing happens any more");
      }
      task.run();
    }
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    Duration end = now.plus(time);
    settle();
    while (true) {
      Timer next;
      synchronized (timers) {
        next = timers.peek();
        if (next == null || next.at.compareTo(end) > 0) {
          break;
        }
        timers.remove();
      }
      now = next.at;
      next.task.run();
      settle();
    }
    now = end;
  }

  public MemoryStore memory() {
    return store;
  }

  /** Puts a node on the network without telling anybody. */
  public ZigbeeNode put(ZigbeeNode node) {
    nodes.put(node.ieeeAddress(), node);
    return node;
  }

  /** Changes a node without telling anybody. */
  public ZigbeeNode change(IeeeAddress address, UnaryOperator<ZigbeeNode> change) {
    return put(change.apply(nodes.get(address)));
  }

  /** Puts a group on the network without telling anybody. */
  public void put(ZigbeeGroup group) {
    groups.put(group.id(), group);
  }

  /** Tells all listeners, then does what comes of it. */
  public void tell(Consumer<NetworkListener> call) {
    say(call);
    settle();
  }

  /** Tells all listeners, for use on the event thread. */
  public void say(Consumer<NetworkListener> call) {
    List.copyOf(listeners).forEach(call);
  }

  /** The radio comes or goes. */
  public void setStatus(NetworkStatus newStatus) {
    status = newStatus;
    tell(listener -> listener.statusChanged(newStatus));
  }

  /** A node leaves. */
  public void leave(IeeeAddress address) {
    nodes.remove(address);
    tell(listener -> listener.left(address));
  }

  @Override
  public String name() {
    return "default";
  }

  @Override
  public NetworkStatus status() {
    return status;
  }

  @Override
  public Optional<Coordinator> coordinator() {
    return coordinator;
  }

  @Override
  public List<ZigbeeNode> nodes() {
    return List.copyOf(nodes.values());
  }

  @Override
  public Optional<ZigbeeNode> node(IeeeAddress ieeeAddress) {
    return Optional.ofNullable(nodes.get(ieeeAddress));
  }

  @Override
  public List<ZigbeeGroup> groups() {
    return List.copyOf(groups.values());
  }

  @Override
  public Optional<ZigbeeGroup> group(int groupId) {
    return Optional.ofNullable(groups.get(groupId));
  }

  @Override
  public Optional<JoinWindow> joinWindow() {
    return joinWindow;
  }

  @Override
  public CompletionStage<Void> permitJoin(Duration duration, Optional<IeeeAddress> through) {
    joinWindow =
        duration.isZero()
            ? Optional.empty()
            : Optional.of(new JoinWindow(EPOCH.plus(duration), through));
    return did(
        "permitJoin " + duration.toSeconds() + through.map(address -> " " + address).orElse(""),
        () -> List.copyOf(listeners).forEach(NetworkListener::joinWindowChanged));
  }

  @Override
  public CompletionStage<ZigbeeNode> interview(IeeeAddress ieeeAddress) {
    return did("interview " + ieeeAddress, interviewing).thenApply(done -> nodes.get(ieeeAddress));
  }

  @Override
  public CompletionStage<Void> remove(IeeeAddress ieeeAddress, boolean force) {
    return did(
        "remove " + ieeeAddress + (force ? " by force" : ""),
        () -> {
          nodes.remove(ieeeAddress);
          List.copyOf(listeners).forEach(listener -> listener.left(ieeeAddress));
        });
  }

  @Override
  public CompletionStage<Optional<ZclMessage>> send(ZclRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  @Override
  public CompletionStage<ZdoCommand> send(IeeeAddress ieeeAddress, ZdoCommand request) {
    return CompletableFuture.failedFuture(
        new ZigbeeException(ZigbeeException.Reason.TIMEOUT, "nobody answers"));
  }

  @Override
  public CompletableFuture<ZdoCommand> sendInBackground(
      IeeeAddress ieeeAddress, ZdoCommand request) {
    return backgroundAnswer.apply(ieeeAddress, request);
  }

  @Override
  public CompletionStage<Void> broadcast(ZdoCommand request) {
    return did("broadcast", () -> {});
  }

  @Override
  public CompletionStage<Void> bind(EndpointAddress source, Binding binding) {
    return did("bind " + source.endpoint() + " " + binding.clusterId(), () -> {});
  }

  @Override
  public CompletionStage<Void> unbind(EndpointAddress source, Binding binding) {
    return did("unbind " + source.endpoint() + " " + binding.clusterId(), () -> {});
  }

  @Override
  public CompletionStage<Void> configureReporting(
      EndpointAddress endpoint, List<ReportingConfiguration> configurations) {
    return did("configureReporting " + configurations.size(), () -> {});
  }

  @Override
  public CompletionStage<ZigbeeGroup> createGroup(int groupId) {
    return did(
            "createGroup " + groupId,
            () -> groups.putIfAbsent(groupId, new ZigbeeGroup(groupId, List.of())))
        .thenApply(done -> groups.get(groupId));
  }

  @Override
  public CompletionStage<Void> removeGroup(int groupId, boolean force) {
    return did("removeGroup " + groupId + (force ? " by force" : ""), () -> groups.remove(groupId));
  }

  @Override
  public CompletionStage<Void> addMember(int groupId, EndpointAddress member) {
    return did(
        "addMember " + groupId + " " + member.node() + "/" + member.endpoint(),
        () -> {
          List<EndpointAddress> members = new ArrayList<>(groups.get(groupId).members());
          members.add(member);
          groups.put(groupId, new ZigbeeGroup(groupId, members));
        });
  }

  @Override
  public CompletionStage<Void> removeMember(int groupId, EndpointAddress member) {
    return did(
        "removeMember " + groupId + " " + member.node() + "/" + member.endpoint(),
        () -> without(groupId, member));
  }

  @Override
  public CompletionStage<Void> removeFromAllGroups(EndpointAddress member) {
    return did(
        "removeFromAllGroups " + member.node() + "/" + member.endpoint(),
        () -> List.copyOf(groups.keySet()).forEach(id -> without(id, member)));
  }

  private void without(int groupId, EndpointAddress member) {
    List<EndpointAddress> members = new ArrayList<>(groups.get(groupId).members());
    members.remove(member);
    groups.put(groupId, new ZigbeeGroup(groupId, members));
  }

  @Override
  public CompletionStage<Void> amend(IeeeAddress ieeeAddress, NodeAmendment amendment) {
    return did("amend " + amendment.powerSource().orElse(-1), () -> {});
  }

  /** Does something soon, unless it is to fail. */
  private CompletionStage<Void> did(String call, Runnable effect) {
    calls.add(call);
    CompletableFuture<Void> done = new CompletableFuture<>();
    Optional<ZigbeeException> fault = failure;
    failure = Optional.empty();
    execute(
        () -> {
          if (fault.isPresent()) {
            done.completeExceptionally(fault.get());
          } else {
            effect.run();
            done.complete(null);
          }
        });
    return done;
  }

  @Override
  public CompletionStage<Map<Integer, Integer>> energyScan() {
    throw new AssertionError("the bridge does not scan");
  }

  @Override
  public CompletionStage<Map<String, Long>> counters() {
    throw new AssertionError("the bridge does not ask for counters");
  }

  @Override
  public DocumentStore store() {
    return store;
  }

  @Override
  public Subscription listen(NetworkListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public Subscription schedule(Duration delay, Runnable task) {
    synchronized (timers) {
      Timer timer = new Timer(now.plus(delay), timersMade++, task);
      timers.add(timer);
      return () -> {
        synchronized (timers) {
          timers.remove(timer);
        }
      };
    }
  }

  /** The link quality that {@link Nodes} have. */
  static OptionalInt linkQuality() {
    return OptionalInt.of(120);
  }
}
