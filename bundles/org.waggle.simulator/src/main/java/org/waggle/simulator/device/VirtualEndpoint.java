package org.waggle.simulator.device;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.zdo.Binding;
import org.waggle.simulator.zdo.EndpointDescriptor;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;

/** An endpoint: its clusters with their attributes and behaviours, its groups. */
public final class VirtualEndpoint {

  /** The endpoint of the coordinator to which devices report without a binding. */
  private static final int COORDINATOR_ENDPOINT = 1;

  private final VirtualDevice device;
  private final EndpointDescriptor descriptor;
  private final GroupTable groups = new GroupTable();
  private final Map<Integer, ClusterAttributes> clusters = new TreeMap<>();
  private final Map<Integer, ClusterBehaviour> behaviours = new LinkedHashMap<>();
  private final Reporter reporter = new Reporter(this);
  private final ZclServer server = new ZclServer(this);

  public VirtualEndpoint(VirtualDevice device, EndpointDescriptor descriptor) {
    this.device = device;
    this.descriptor = descriptor;
  }

  /** Adds the attributes of a cluster. */
  public void add(ClusterAttributes attributes) {
    clusters.put(attributes.cluster(), attributes);
    attributes.onChange((key, value) -> reporter.changed(attributes.cluster(), key, value));
  }

  public void add(ClusterBehaviour behaviour) {
    behaviours.put(behaviour.cluster(), behaviour);
  }

  public int id() {
    return descriptor.endpoint();
  }

  public EndpointDescriptor descriptor() {
    return descriptor;
  }

  public VirtualDevice device() {
    return device;
  }

  public GroupTable groups() {
    return groups;
  }

  public Reporter reporter() {
    return reporter;
  }

  public ScheduledExecutorService scheduler() {
    return device.air().scheduler();
  }

  public Optional<ClusterAttributes> cluster(int id) {
    return Optional.ofNullable(clusters.get(id));
  }

  /** The attributes of all its clusters, in order of the clusters' ids. */
  public Collection<ClusterAttributes> clusters() {
    return clusters.values();
  }

  public Optional<ClusterBehaviour> behaviour(int cluster) {
    return Optional.ofNullable(behaviours.get(cluster));
  }

  public Collection<ClusterBehaviour> behaviours() {
    return behaviours.values();
  }

  boolean isAddressedBy(ApsMessage message) {
    if (message.cast() == ApsMessage.Cast.MULTICAST) {
      return groups.contains(message.destination());
    }
    int endpoint = message.destinationEndpoint();
    return endpoint == id() || endpoint == ApsMessage.ALL_ENDPOINTS;
  }

  void received(ApsMessage message) {
    server.received(message);
  }

  /** Sends a command of its own wherever the cluster is bound to, else to the coordinator. */
  public void sendToBindings(
      int cluster, Direction direction, boolean disableDefaultResponse, ZclCommand command) {
    Octets payload = frame(OptionalInt.empty(), direction, disableDefaultResponse, command);
    if (!spread(cluster, payload)) {
      sendToCoordinator(cluster, payload);
    }
  }

  /** Sends a frame to every binding of a cluster; tells whether there was one. */
  public boolean spread(int cluster, Octets payload) {
    List<Binding> targets =
        device.bindings().stream()
            .filter(binding -> binding.endpoint() == id() && binding.cluster() == cluster)
            .toList();
    for (Binding binding : targets) {
      if (binding.target() instanceof Binding.ToGroup to) {
        device.antenna().multicast(to.group(), route(ApsMessage.ALL_ENDPOINTS, cluster), payload);
      } else if (binding.target() instanceof Binding.ToEndpoint to) {
        device
            .air()
            .station(to.address())
            .map(Station::networkAddress)
            .ifPresent(
                address ->
                    device.antenna().unicast(address, route(to.endpoint(), cluster), payload));
      }
    }
    return !targets.isEmpty();
  }

  public void sendToCoordinator(int cluster, Octets payload) {
    device.antenna().unicast(Coordinator.ADDRESS, route(COORDINATOR_ENDPOINT, cluster), payload);
  }

  /** The way of a frame from here. */
  public Antenna.Route route(int destinationEndpoint, int cluster) {
    return new Antenna.Route(descriptor.profile(), cluster, id(), destinationEndpoint);
  }

  /** A frame that begins a transaction. */
  public Octets frame(
      OptionalInt manufacturerCode,
      Direction direction,
      boolean disableDefaultResponse,
      ZclCommand command) {
    int sequence = device.antenna().nextSequence();
    return ZclFrame.of(manufacturerCode, direction, disableDefaultResponse, sequence, command)
        .encode();
  }

  void forget() {
    groups.clear();
    reporter.forget();
    behaviours.values().forEach(ClusterBehaviour::forget);
  }

  void close() {
    reporter.stop();
  }
}
