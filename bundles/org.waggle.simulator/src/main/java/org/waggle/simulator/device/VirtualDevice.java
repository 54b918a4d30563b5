package org.waggle.simulator.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.zdo.Binding;
import org.waggle.simulator.zdo.EndpointDescriptor;
import org.waggle.simulator.zdo.Neighbour;
import org.waggle.simulator.zdo.NodeDescriptor;
import org.waggle.simulator.zdo.Route;
import org.waggle.simulator.zdo.ZdoNode;
import org.waggle.simulator.zdo.ZdoServer;
import org.waggle.zcl.IeeeAddress;

/** A device: descriptors, endpoints, bindings, and its place on the network. */
public final class VirtualDevice implements Station, ZdoNode {

  private static final int BINDING_TABLE_SIZE = 64;

  private final DeviceDescription description;
  private final Air air;
  private final Antenna antenna;
  private final ZdoServer zdo = new ZdoServer(this);
  private final Map<Integer, VirtualEndpoint> endpoints = new LinkedHashMap<>();
  private final List<Binding> bindings = new ArrayList<>();
  private final List<Runnable> changeListeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> joinListeners = new CopyOnWriteArrayList<>();
  private final Joining joining;
  private @Nullable Membership membership;
  private boolean powered = true;
  private long permitsUntil = System.nanoTime();

  public VirtualDevice(DeviceDescription description, Air air) {
    this.description = description;
    this.air = air;
    this.antenna = new Antenna(air, description, this::networkAddress, this::received);
    this.joining = new Joining(this, air);
  }

  /** An endpoint is added before the device first hears something. */
  public void add(VirtualEndpoint endpoint) {
    endpoints.put(endpoint.id(), endpoint);
  }

  public DeviceDescription description() {
    return description;
  }

  public Air air() {
    return air;
  }

  public Antenna antenna() {
    return antenna;
  }

  public Joining joining() {
    return joining;
  }

  public Optional<VirtualEndpoint> endpoint(int id) {
    return Optional.ofNullable(endpoints.get(id));
  }

  public List<VirtualEndpoint> virtualEndpoints() {
    return List.copyOf(endpoints.values());
  }

  /** {@code listener} hears when something changed that a power cut must not undo. */
  public void onChange(Runnable listener) {
    changeListeners.add(listener);
  }

  /** {@code listener} runs whenever it has joined a network. */
  public void onJoined(Runnable listener) {
    joinListeners.add(listener);
  }

  void joined() {
    antenna.joined();
    joinListeners.forEach(Runnable::run);
  }

  public void changed() {
    changeListeners.forEach(Runnable::run);
  }

  public Optional<Membership> membership() {
    return Optional.ofNullable(membership);
  }

  /** Makes it a member without any frame on the air, as after a power cut; null: of no network. */
  public void membership(@Nullable Membership next) {
    membership = next;
    air.addressChanged(this);
    changed();
  }

  public boolean powered() {
    return powered;
  }

  /** Takes or gives it its power. */
  public void powered(boolean next) {
    boolean before = powered;
    powered = next;
    if (next && !before && onNetwork()) {
      joining.announce();
    }
  }

  @Override
  public IeeeAddress ieeeAddress() {
    return description.ieeeAddress();
  }

  @Override
  public int networkAddress() {
    return membership == null ? NO_ADDRESS : membership.networkAddress();
  }

  @Override
  public boolean onNetwork() {
    return powered
        && membership != null
        && air.network().filter(membership.network()::equals).isPresent();
  }

  @Override
  public boolean isRouter() {
    return description.node().type() == NodeDescriptor.Type.ROUTER;
  }

  @Override
  public boolean listensAlways() {
    return description.node().listensWhenIdle();
  }

  @Override
  public boolean permitsJoining() {
    return isRouter() && permitsUntil - System.nanoTime() > 0;
  }

  @Override
  public void permitJoining(int seconds) {
    permitsUntil = System.nanoTime() + seconds * 1_000_000_000L;
    air.joiningChanged();
  }

  @Override
  public void expelled() {
    joining.leave();
  }

  @Override
  public void leave(boolean rejoin) {
    joining.leaveSoon(rejoin);
  }

  @Override
  public void hear(ApsMessage message, Consumer<Boolean> delivered) {
    antenna.hear(message, delivered);
  }

  private void received(ApsMessage message) {
    if (message.profile() == ApsMessage.ZDO_PROFILE) {
      boolean broadcast = message.cast() == ApsMessage.Cast.BROADCAST;
      zdo.answer(message.cluster(), message.payload(), broadcast)
          .ifPresent(
              answer ->
                  antenna.unicast(
                      message.source(),
                      new Antenna.Route(ApsMessage.ZDO_PROFILE, answer.cluster(), 0, 0),
                      answer.payload()));
      return;
    }
    for (VirtualEndpoint endpoint : endpoints.values()) {
      if (endpoint.isAddressedBy(message)) {
        endpoint.received(message);
      }
    }
  }

  /** Sends nothing any more and does nothing of its own accord. */
  public void close() {
    membership = null;
    powered = false;
    antenna.close();
    endpoints.values().forEach(VirtualEndpoint::close);
  }

  /** Forgets what it learned on its network. */
  void forget() {
    bindings.clear();
    endpoints.values().forEach(VirtualEndpoint::forget);
  }

  @Override
  public NodeDescriptor nodeDescriptor() {
    return description.node();
  }

  @Override
  public int powerDescriptor() {
    return description.powerDescriptor();
  }

  @Override
  public List<EndpointDescriptor> endpoints() {
    return description.endpoints();
  }

  /** Its parent or, for a router, everybody who is one too. */
  @Override
  public List<Neighbour> neighbours() {
    long extendedPanId = air.network().map(Coordinator.Network::extendedPanId).orElse(0L);
    return air.stations().stream()
        .filter(station -> station != this && station.onNetwork() && station.isRouter())
        .filter(station -> isRouter() || station.networkAddress() == Coordinator.ADDRESS)
        .map(
            station ->
                Neighbour.of(
                    extendedPanId,
                    station,
                    station.networkAddress() == Coordinator.ADDRESS
                        ? Neighbour.Relation.PARENT
                        : Neighbour.Relation.SIBLING,
                    antenna.lqi()))
        .toList();
  }

  @Override
  public List<Route> routes() {
    return isRouter() ? List.of(new Route(Coordinator.ADDRESS, Coordinator.ADDRESS)) : List.of();
  }

  @Override
  public List<Binding> bindings() {
    return List.copyOf(bindings);
  }

  @Override
  public boolean bind(Binding binding) {
    if (!bindings.contains(binding)) {
      if (bindings.size() == BINDING_TABLE_SIZE) {
        return false;
      }
      bindings.add(binding);
      changed();
    }
    return true;
  }

  @Override
  public boolean unbind(Binding binding) {
    boolean removed = bindings.remove(binding);
    changed();
    return removed;
  }
}
