package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.Binding;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeEndpoint;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * Tells nodes that the coordinator has another IEEE address than before, as a stick has that took
 * the network over but keeps its own: they are bound to the coordinator, and report alarms to it,
 * by that address. Those that sleep are told when they are heard. On the event thread only.
 */
final class CoordinatorChange {

  private static final Logger LOG = LoggerFactory.getLogger(CoordinatorChange.class);

  /** A node that could not be told is not tried again before. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final String network;
  private final EventThread thread;
  private final NodeTable nodes;
  private final Requests requests;
  private final Bindings bindings;
  private final Listeners listeners;
  private final RadioMemory memory;
  private final Map<IeeeAddress, Instant> tried = new HashMap<>();
  private IeeeAddress coordinator = IeeeAddress.NONE;
  private Subscription hearing = () -> {};

  CoordinatorChange(
      String network,
      EventThread thread,
      NodeTable nodes,
      Requests requests,
      Bindings bindings,
      Listeners listeners,
      RadioMemory memory) {
    this.network = network;
    this.thread = thread;
    this.nodes = nodes;
    this.requests = requests;
    this.bindings = bindings;
    this.listeners = listeners;
    this.memory = memory;
  }

  /** The radio is up. */
  void online(IeeeAddress address) {
    coordinator = address;
    if (memory.coordinator().filter(before -> !before.equals(address)).isPresent()) {
      Set<IeeeAddress> concerned = concerned(memory.coordinator().get());
      LOG.warn(
          "The coordinator of {} has the address {}, not {} as before; {} devices are told, the"
              + " sleeping ones when they are heard. Devices that know the coordinator by its"
              + " address only may have to join again",
          network,
          address,
          memory.coordinator().get(),
          concerned.size());
      memory.coordinator(address, concerned);
    } else {
      memory.coordinator(address, Set.of());
    }
    hearing.close();
    if (!memory.outdated().isEmpty()) {
      hearing = listeners.add(new Hearing());
      for (IeeeAddress outdated : memory.outdated()) {
        Node node = nodes.find(outdated);
        if (node == null) {
          updated(outdated);
        } else if (!node.mayBeAsleep()) {
          tell(node);
        }
      }
    }
  }

  void offline() {
    hearing.close();
  }

  private Set<IeeeAddress> concerned(IeeeAddress before) {
    Set<IeeeAddress> concerned = new HashSet<>();
    for (ZigbeeNode node : nodes.snapshots()) {
      for (ZigbeeEndpoint endpoint : node.endpoints()) {
        if (isZone(endpoint)
            || endpoint.bindings().stream().anyMatch(binding -> leadsTo(before, binding))) {
          concerned.add(node.ieeeAddress());
        }
      }
    }
    return concerned;
  }

  private static boolean leadsTo(IeeeAddress address, Binding binding) {
    return binding.target() instanceof Binding.Target.Endpoint target
        && target.node().equals(address);
  }

  private static boolean isZone(ZigbeeEndpoint endpoint) {
    return endpoint.inputClusters().contains(IasZone.CLUSTER);
  }

  private void heard(IeeeAddress address) {
    Node node = nodes.find(address);
    if (node != null && memory.outdated().contains(address)) {
      tell(node);
    }
  }

  private void tell(Node node) {
    Instant before = tried.get(node.ieeeAddress());
    if (before != null && before.plus(PAUSE).isAfter(thread.now())) {
      return;
    }
    tried.put(node.ieeeAddress(), thread.now());
    CompletionStage<Void> all = CompletableFuture.completedStage(null);
    for (Supplier<CompletionStage<Void>> step : steps(node)) {
      all = all.thenCompose(done -> step.get());
    }
    all.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            LOG.info("{} knows the coordinator's new address", node);
            updated(node.ieeeAddress());
          } else {
            LOG.debug(
                "{} does not know the coordinator's new address: {}", node, Failures.text(failure));
          }
        });
  }

  private void updated(IeeeAddress node) {
    tried.remove(node);
    memory.updated(node);
    if (memory.outdated().isEmpty()) {
      hearing.close();
    }
  }

  private List<Supplier<CompletionStage<Void>>> steps(Node node) {
    List<Supplier<CompletionStage<Void>>> steps = new ArrayList<>();
    for (ZigbeeEndpoint endpoint : node.snapshot().endpoints()) {
      for (Binding binding : endpoint.bindings()) {
        if (binding.target() instanceof Binding.Target.Endpoint target
            && memory.isFormerCoordinator(target.node())) {
          steps.add(() -> rebind(node, endpoint.id(), binding, target.endpoint()));
        }
      }
      if (isZone(endpoint)) {
        steps.add(
            () ->
                new IasEnrolment(node, endpoint.id(), coordinator, thread, requests, new Steps())
                    .run());
      }
    }
    return steps;
  }

  /** The old binding leads nowhere; a node that does not give it up may keep it. */
  private CompletionStage<Void> rebind(
      Node node, int endpoint, Binding old, int coordinatorEndpoint) {
    Binding fresh =
        new Binding(old.clusterId(), new Binding.Target.Endpoint(coordinator, coordinatorEndpoint));
    return bindings
        .bind(node, endpoint, fresh)
        .thenCompose(bound -> bindings.unbind(node, endpoint, old).exceptionally(refused -> null));
  }

  /** Nothing ends the telling but failures. */
  private static final class Steps implements IasEnrolment.Steps {

    @Override
    public <T> CompletionStage<T> step(Supplier<CompletionStage<T>> step) {
      return step.get();
    }
  }

  /** Hears that a node is awake. */
  private final class Hearing implements NetworkListener {

    @Override
    public void received(ZclMessage message) {
      CoordinatorChange.this.heard(message.node());
    }

    @Override
    public void heard(ZigbeeNode node) {
      CoordinatorChange.this.heard(node.ieeeAddress());
    }

    @Override
    public void announced(ZigbeeNode node) {
      CoordinatorChange.this.heard(node.ieeeAddress());
    }
  }
}
