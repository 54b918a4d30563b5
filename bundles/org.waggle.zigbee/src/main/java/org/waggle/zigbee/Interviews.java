package org.waggle.zigbee;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;
import org.waggle.zigbee.api.ZigbeeNode;

/** The interviews that run, one per node at most. On the event thread only. */
final class Interviews {

  private static final Logger LOG = LoggerFactory.getLogger(Interviews.class);

  private record Running(Interview interview, CompletableFuture<ZigbeeNode> result) {}

  private final EventThread thread;
  private final Requests requests;
  private final Bindings bindings;
  private final Listeners listeners;
  private final Persistence persistence;

  private final Map<Node, Running> running = new HashMap<>();
  private final Set<Node> interrupted = new LinkedHashSet<>();
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

  /** The radio is there: what was interrupted when it went begins again. */
  void online(IeeeAddress coordinatorAddress) {
    coordinator = coordinatorAddress;
    List<Node> again = List.copyOf(interrupted);
    interrupted.clear();
    again.forEach(node -> start(node, false));
  }

  /** The radio went: nobody can be asked. */
  void offline() {
    for (Node node : List.copyOf(running.keySet())) {
      node.interviewState(InterviewState.PENDING);
      interrupted.add(node);
      end(node, new ZigbeeException(Reason.OFFLINE, "The radio is not there"));
    }
  }

  /** The node left. */
  void forget(Node node) {
    interrupted.remove(node);
    end(node, new ZigbeeException(Reason.UNKNOWN_NODE, node + " left the network"));
  }

  /**
   * Begins an interview.
   *
   * @param anew whether to ask for what is known already
   * @return completes when what came of it is on disk
   */
  CompletionStage<ZigbeeNode> start(Node node, boolean anew) {
    if (running.containsKey(node)) {
      return Failures.failed(Reason.REFUSED, "Interview of " + node + " is already in progress");
    }
    Interview interview = new Interview(node, anew, coordinator, thread, requests, bindings);
    Running mine = new Running(interview, new CompletableFuture<>());
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
}
