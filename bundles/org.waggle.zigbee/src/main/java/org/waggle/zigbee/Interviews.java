package org.waggle.zigbee;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeNode;

/** The interviews that run, one per node at most. On the event thread only. */
final class Interviews {

  private static final Logger LOG = LoggerFactory.getLogger(Interviews.class);

  /** A node that could not be asked is not tried again before. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * @param patient whether the node is asked again when this fails
   */
  private record Running(
      Interview interview, CompletableFuture<ZigbeeNode> result, boolean patient) {}

  private final EventThread thread;
  private final Requests requests;
  private final Bindings bindings;
  private final Listeners listeners;
  private final Persistence persistence;

  private final Map<Node, Running> running = new HashMap<>();
  private final Map<IeeeAddress, Node> interrupted = new LinkedHashMap<>();
  private Subscription hearing = () -> {};
  private IeeeAddress coordinator = IeeeAddress.NONE;

  Interviews(
      EventThread thread,
      Requests requests,
      Bindings bindings,
      Listeners listeners,
      Persistence persistence) {
    this.thread = thread;
    this.requests = requests;
    this.bindings = bindings;
    this.listeners = listeners;
    this.persistence = persistence;
  }

  /** Takes up interviews that the end of the process interrupted, once the radio is there. */
  void resume(Collection<Node> nodes) {
    nodes.stream()
        .filter(node -> node.snapshot().interviewState() == InterviewState.PENDING)
        .forEach(node -> interrupted.put(node.ieeeAddress(), node));
  }

  /**
   * The radio is there: what was interrupted when it went begins again, unless the node sleeps;
   * then when it is heard.
   */
  void online(IeeeAddress coordinatorAddress) {
    coordinator = coordinatorAddress;
    hearing.close();
    List.copyOf(interrupted.values()).stream()
        .filter(node -> node.snapshot().type() != NodeType.END_DEVICE)
        .forEach(this::again);
    if (!interrupted.isEmpty()) {
      hearing = listeners.add(new Hearing());
    }
  }

  private void again(Node node) {
    interrupted.remove(node.ieeeAddress());
    if (interrupted.isEmpty()) {
      hearing.close();
    }
    if (!running.containsKey(node) && isPending(node)) {
      start(node, false, true);
    }
  }

  /** Later; the node may have left by then, or been interviewed. */
  private void postpone(Node node) {
    if (!isPending(node)) {
      return;
    }
    if (interrupted.isEmpty()) {
      hearing.close();
      hearing = listeners.add(new Hearing());
    }
    interrupted.put(node.ieeeAddress(), node);
  }

  private static boolean isPending(Node node) {
    return node.snapshot().interviewState() == InterviewState.PENDING;
  }

  /** The radio went: nobody can be asked. */
  void offline() {
    hearing.close();
    for (Node node : List.copyOf(running.keySet())) {
      node.interviewState(InterviewState.PENDING);
      interrupted.put(node.ieeeAddress(), node);
      end(node, new ZigbeeException(Reason.OFFLINE, requests.absence()));
    }
  }

  /** The node left. */
  void forget(Node node) {
    interrupted.remove(node.ieeeAddress());
    end(node, new ZigbeeException(Reason.UNKNOWN_NODE, node + " left the network"));
  }

  /**
   * Begins an interview.
   *
   * @param anew whether to ask for what is known already
   * @return completes when what came of it is on disk
   */
  CompletionStage<ZigbeeNode> start(Node node, boolean anew) {
    return start(node, anew, false);
  }

  private CompletionStage<ZigbeeNode> start(Node node, boolean anew, boolean patient) {
    if (running.containsKey(node)) {
      return Failures.failed(Reason.REFUSED, "Interview of " + node + " is already in progress");
    }
    Interview interview = new Interview(node, anew, coordinator, thread, requests, bindings);
    Running mine = new Running(interview, new CompletableFuture<>(), patient);
    running.put(node, mine);
    LOG.info("{} is being interviewed", node);
    change(node, InterviewState.IN_PROGRESS);
    interview.run().whenComplete((done, failure) -> ended(node, mine, failure));
    return mine.result;
  }

  private void ended(Node node, Running mine, @Nullable Throwable failure) {
    if (!running.remove(node, mine)) {
      return;
    }
    if (failure != null && mine.patient) {
      LOG.debug("{} is interviewed later: {}", node, Failures.text(failure));
      node.interviewState(InterviewState.PENDING);
      thread.schedule(PAUSE, () -> postpone(node));
      return;
    }
    InterviewState state = failure == null ? InterviewState.SUCCESSFUL : InterviewState.FAILED;
    node.interviewState(state);
    persistence
        .save()
        .whenComplete(
            (saved, notSaved) -> {
              if (failure == null) {
                LOG.info("{} was interviewed", node);
              } else {
                LOG.warn("{} was not interviewed: {}", node, Failures.text(failure));
              }
              listeners.tell(listener -> listener.interviewed(node.snapshot()));
              if (failure != null || notSaved != null) {
                mine.result.completeExceptionally(
                    Failures.of(failure != null ? failure : notSaved));
              } else {
                mine.result.complete(node.snapshot());
              }
            });
  }

  private void end(Node node, ZigbeeException failure) {
    Running mine = running.remove(node);
    if (mine != null) {
      mine.interview.end();
      mine.result.completeExceptionally(failure);
    }
  }

  private void change(Node node, InterviewState state) {
    node.interviewState(state);
    listeners.tell(listener -> listener.interviewed(node.snapshot()));
  }

  /** Hears that a node is awake. */
  private final class Hearing implements NetworkListener {

    @Override
    public void received(ZclMessage message) {
      heard(message.node());
    }

    @Override
    public void heard(ZigbeeNode node) {
      heard(node.ieeeAddress());
    }

    @Override
    public void announced(ZigbeeNode node) {
      heard(node.ieeeAddress());
    }

    private void heard(IeeeAddress address) {
      Node node = interrupted.get(address);
      if (node != null) {
        again(node);
      }
    }
  }
}
