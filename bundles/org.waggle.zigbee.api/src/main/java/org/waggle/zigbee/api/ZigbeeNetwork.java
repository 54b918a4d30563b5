package org.waggle.zigbee.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.zdo.ZdoCommand;

/**
 * One Zigbee network. A service, present from configuration on, whether or not its radio is there;
 * service property {@value #NETWORK} is its name.
 *
 * <p>Safe for use by several threads; nothing blocks. Stages complete on the network's event thread
 * and fail with {@link ZigbeeException} only. What a completed stage changed is on disk.
 */
@ProviderType
public interface ZigbeeNetwork extends Executor {

  /** Service property: the network's name, a {@code String}, unique in the process. */
  String NETWORK = "network";

  /** The network's name: the part of its configuration's PID after the {@code ~}. */
  String name();

  NetworkStatus status();

  /** The coordinator, once its radio has been open. */
  Optional<Coordinator> coordinator();

  /** All nodes but the coordinator, in the order in which they joined. */
  List<ZigbeeNode> nodes();

  Optional<ZigbeeNode> node(IeeeAddress ieeeAddress);

  /** All groups, by id. */
  List<ZigbeeGroup> groups();

  Optional<ZigbeeGroup> group(int groupId);

  /** Until when joining is open, empty when it is closed. */
  Optional<JoinWindow> joinWindow();

  /**
   * Opens the network for joining, or closes it.
   *
   * @param duration 1..254 s; zero closes
   * @param through the only router, or the coordinator, to join through; empty for all
   */
  CompletionStage<Void> permitJoin(Duration duration, Optional<IeeeAddress> through);

  /** Interviews a node anew, from its node descriptor on. */
  CompletionStage<ZigbeeNode> interview(IeeeAddress ieeeAddress);

  /**
   * Removes a node.
   *
   * @param force only forgets it; otherwise it is asked to leave and kept if it does not answer
   */
  CompletionStage<Void> remove(IeeeAddress ieeeAddress, boolean force);

  /**
   * Sends a ZCL request.
   *
   * <p>Requests of a node are sent in order, one at a time; those of several nodes overlap. A node
   * that sleeps gets its request at once, and again when it is next heard if that failed and the
   * request says so ({@link ZclRequest#patience}).
   *
   * @return the answer; empty where none is due (groups, broadcasts, responses). Fails with {@code
   *     STATUS} when the answer is a default response other than success
   */
  CompletionStage<Optional<ZclMessage>> send(ZclRequest request);

  /** Sends a ZDP request to a node or the coordinator; completes with the matching response. */
  CompletionStage<ZdoCommand> send(IeeeAddress ieeeAddress, ZdoCommand request);

  /**
   * Sends a ZDP request that may wait to a node or the coordinator; completes with the matching
   * response. Such requests go a few at a time, and only while nobody waits to send anything else;
   * nothing waits for their answers, not even the node's other requests. For scans of the network.
   *
   * @return fails with {@code TIMEOUT} 5 s after the request was sent; once it is cancelled, the
   *     request is not sent any more
   */
  CompletableFuture<ZdoCommand> sendInBackground(IeeeAddress ieeeAddress, ZdoCommand request);

  /**
   * Sends a ZDP request to many nodes; nothing is waited for. Joining is told to routers (0xFFFC),
   * a change of the network to all (0xFFFF), everything else to those that always listen (0xFFFD).
   */
  CompletionStage<Void> broadcast(ZdoCommand request);

  /** Binds a node's cluster to a target and remembers it. */
  CompletionStage<Void> bind(EndpointAddress source, Binding binding);

  /** Removes a binding; it is forgotten when the node confirmed, or knew of none. */
  CompletionStage<Void> unbind(EndpointAddress source, Binding binding);

  /** Configures reporting of attributes of one cluster and remembers it. */
  CompletionStage<Void> configureReporting(
      EndpointAddress endpoint, List<ReportingConfiguration> configurations);

  /** Makes a group known. Idempotent; costs no radio traffic. */
  CompletionStage<ZigbeeGroup> createGroup(int groupId);

  /**
   * Forgets a group, removing it from its members first.
   *
   * @param force forgets it first; members are told afterwards, and again when they come back if
   *     they do not answer, also after a restart
   */
  CompletionStage<Void> removeGroup(int groupId, boolean force);

  /** Adds an endpoint to a group (Groups cluster, Add Group), and remembers it. */
  CompletionStage<Void> addMember(int groupId, EndpointAddress member);

  /** Removes an endpoint from a group (Groups cluster, Remove Group), and remembers it. */
  CompletionStage<Void> removeMember(int groupId, EndpointAddress member);

  /** Removes an endpoint from all groups (Groups cluster, Remove All Groups). */
  CompletionStage<Void> removeFromAllGroups(EndpointAddress member);

  /**
   * Corrects what is known of a node where its definition knows better, such as its power source.
   */
  CompletionStage<Void> amend(IeeeAddress ieeeAddress, NodeAmendment amendment);

  /**
   * Measures the energy on the channels, for choosing one; the network is deaf meanwhile, for less
   * than two seconds.
   *
   * @return the highest RSSI by channel 11..26, dBm; fails with {@code REFUSED} if the radio cannot
   */
  CompletionStage<Map<Integer, Integer>> energyScan();

  /**
   * What the coordinator and the link to it counted since the radio was opened, by name, in the
   * order to show it in; fails with {@code REFUSED} if the radio does not count.
   */
  CompletionStage<Map<String, Long>> counters();

  /** Durable documents of this network, for whoever keeps something about its nodes. */
  DocumentStore store();

  /**
   * Tells a listener of what happens from now on, in order, on the event thread.
   *
   * @return ends it: no call begins after {@code close} returned when closed on the event thread
   */
  Subscription listen(NetworkListener listener);

  /** Runs a task on the event thread, after what is queued there. Faults are logged. */
  @Override
  void execute(Runnable task);

  /** Runs a task on the event thread after a delay. */
  Subscription schedule(Duration delay, Runnable task);
}
