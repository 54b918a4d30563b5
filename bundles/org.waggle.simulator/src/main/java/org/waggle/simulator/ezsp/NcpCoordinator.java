package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.ash.Chance;
import org.waggle.simulator.ezsp.EzspCallback.ChildJoin;
import org.waggle.simulator.ezsp.EzspCallback.IncomingMessage;
import org.waggle.simulator.ezsp.EzspCallback.TrustCenterJoin;
import org.waggle.simulator.zdo.Binding;
import org.waggle.simulator.zdo.EndpointDescriptor;
import org.waggle.simulator.zdo.Neighbour;
import org.waggle.simulator.zdo.NodeDescriptor;
import org.waggle.simulator.zdo.Route;
import org.waggle.simulator.zdo.ZdoNode;
import org.waggle.simulator.zdo.ZdoServer;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The NCP as the devices see it: the coordinator and trust centre of their network. */
final class NcpCoordinator implements Coordinator, ZdoNode {

  private static final int OWN_LQI = 0xFF;
  private static final Runnable NOBODY = () -> {};

  /** Security mask: one preconfigured key for all, known to the devices. */
  private static final int GLOBAL_LINK_KEY = 0x0004;

  /** Security mask: each device gets a key derived from one they don't know. */
  static final int HASHED_LINK_KEY = 0x0084;

  private final Air air;
  private final NetworkMemory memory;
  private final NetworkState network;
  private final Settings settings;
  private final Endpoints endpoints;
  private final TransientKeys transientKeys;
  private final Routes routes;
  private final Counters counters;
  private final Chance duplicates;
  private final HostCallbacks host;
  private final ZdoServer zdo = new ZdoServer(this);
  private int counter;

  NcpCoordinator(
      Air air,
      NetworkMemory memory,
      NetworkState network,
      Settings settings,
      Endpoints endpoints,
      TransientKeys transientKeys,
      Routes routes,
      Counters counters,
      Chance duplicates,
      HostCallbacks host) {
    this.air = air;
    this.memory = memory;
    this.network = network;
    this.settings = settings;
    this.endpoints = endpoints;
    this.transientKeys = transientKeys;
    this.routes = routes;
    this.counters = counters;
    this.duplicates = duplicates;
    this.host = host;
  }

  /** The APS counter of the next frame. */
  int nextCounter() {
    counter = counter + 1 & 0xFF;
    memory.countFrame();
    return counter;
  }

  @Override
  public IeeeAddress ieeeAddress() {
    return memory.eui64();
  }

  @Override
  public int networkAddress() {
    return ADDRESS;
  }

  @Override
  public boolean onNetwork() {
    return network.isUp();
  }

  @Override
  public boolean isRouter() {
    return true;
  }

  @Override
  public boolean listensAlways() {
    return true;
  }

  @Override
  public boolean permitsJoining() {
    return network.isOpen();
  }

  /** Nobody removes a coordinator. */
  @Override
  public void expelled() {}

  @Override
  public Network network() {
    return memory.network();
  }

  @Override
  public boolean admits(IeeeAddress device, Octets linkKey) {
    if ((settings.policy(Settings.TRUST_CENTER_POLICY) & Settings.ALLOW_JOINS) == 0) {
      return false;
    }
    NetworkMemory.Security security = memory.security();
    boolean oneKeyForAll = (security.mask() & HASHED_LINK_KEY) == GLOBAL_LINK_KEY;
    return (oneKeyForAll && security.linkKey().equals(linkKey))
        || transientKeys.admits(device, linkKey);
  }

  @Override
  public void deviceUpdated(
      Update update, IeeeAddress device, int address, int parent, boolean denied) {
    int decision =
        denied
            ? TrustCenterJoin.DENY_JOIN
            : update == Update.UNSECURED_JOIN
                ? TrustCenterJoin.USE_PRECONFIGURED_KEY
                : TrustCenterJoin.NO_ACTION;
    childMoved(update, device, address, denied);
    counters.count(Counters.JOIN_INDICATION);
    host.send(new TrustCenterJoin(address, device, update.ordinal(), decision, parent));
  }

  private void childMoved(Update update, IeeeAddress device, int address, boolean denied) {
    Station station = air.station(device).orElse(null);
    if (station != null && !station.isRouter() && !denied) {
      boolean joins = update != Update.LEFT;
      int index = Math.max(0, children().indexOf(station));
      host.send(new ChildJoin(index, joins, address, device, !station.listensAlways()));
    }
  }

  @Override
  public void polled(int address, boolean transmitExpected) {
    if (settings.policy(Settings.POLL_HANDLER_POLICY) == Settings.POLL_HANDLER_CALLBACK) {
      host.send(new EzspCallback.Poll(address, transmitExpected));
    }
  }

  @Override
  public Duration indirectTimeout() {
    return Duration.ofMillis(settings.configuration(Settings.INDIRECT_TRANSMISSION_TIMEOUT_MILLIS));
  }

  @Override
  public void hear(ApsMessage message, Consumer<Boolean> delivered) {
    delivered.accept(true);
    hear(message, NOBODY);
  }

  /**
   * {@code acknowledged} runs when the host has the message.
   *
   * @return whether the host gets it
   */
  boolean hear(ApsMessage message, Runnable acknowledged) {
    count(message);
    if ((message.profile() == ApsMessage.ZDO_PROFILE && answered(message)) || !isForHost(message)) {
      return false;
    }
    if (message.cast() == ApsMessage.Cast.UNICAST && routes.recordsBefore(message.source())) {
      recordRoute(message.source(), message.lqi());
    }
    IncomingMessage callback = incoming(message, typeOf(message));
    if (duplicates.strikes()) {
      host.send(callback);
    }
    return host.send(callback, acknowledged);
  }

  private void count(ApsMessage message) {
    boolean unicast = message.cast() == ApsMessage.Cast.UNICAST;
    counters.count(unicast ? Counters.MAC_RX_UNICAST : Counters.MAC_RX_BROADCAST);
    counters.count(unicast ? Counters.APS_RX_UNICAST : Counters.APS_RX_BROADCAST);
  }

  /** Tells the host by which way the messages of a device come. */
  void recordRoute(int address, int lqi) {
    air.station(address)
        .ifPresent(
            station ->
                host.send(
                    new EzspCallback.IncomingRouteRecord(
                        address, station.ieeeAddress(), lqi, rssi(lqi), routes.relays(address))));
  }

  /** The stack answers requests itself; answers to the host's own requests are for the host. */
  private boolean answered(ApsMessage message) {
    boolean broadcast = message.cast() == ApsMessage.Cast.BROADCAST;
    return zdo.answer(message.cluster(), message.payload(), broadcast)
        .map(
            answer -> {
              air.unicast(
                  zdoMessage(message.source(), answer.cluster(), answer.payload()), ok -> {});
              return true;
            })
        .orElse(false);
  }

  /** The host asks its own coordinator. */
  void hearOwn(ApsMessage message) {
    if (message.profile() == ApsMessage.ZDO_PROFILE) {
      boolean broadcast = message.cast() == ApsMessage.Cast.BROADCAST;
      zdo.answer(message.cluster(), message.payload(), broadcast)
          .map(answer -> zdoMessage(ADDRESS, answer.cluster(), answer.payload()))
          .ifPresent(answer -> host.send(incoming(answer, IncomingMessage.UNICAST)));
    } else if (message.cast() == ApsMessage.Cast.MULTICAST
        && endpoints.listensTo(message.destination())) {
      host.send(incoming(message, IncomingMessage.MULTICAST_LOOPBACK));
    } else if (message.cast() == ApsMessage.Cast.BROADCAST && isForHost(message)) {
      host.send(incoming(message, IncomingMessage.BROADCAST_LOOPBACK));
    } else if (message.cast() == ApsMessage.Cast.UNICAST && isForHost(message)) {
      host.send(incoming(message, IncomingMessage.UNICAST));
    }
  }

  private ApsMessage zdoMessage(int destination, int cluster, Octets payload) {
    return new ApsMessage(
        ADDRESS,
        ApsMessage.Cast.UNICAST,
        destination,
        ApsMessage.ZDO_PROFILE,
        cluster,
        0,
        0,
        nextCounter(),
        OWN_LQI,
        payload);
  }

  private boolean isForHost(ApsMessage message) {
    if (message.cast() == ApsMessage.Cast.MULTICAST) {
      return endpoints.listensTo(message.destination());
    }
    int endpoint = message.destinationEndpoint();
    return endpoint == 0 || endpoint == ApsMessage.ALL_ENDPOINTS || endpoints.has(endpoint);
  }

  private static int typeOf(ApsMessage message) {
    return switch (message.cast()) {
      case UNICAST -> IncomingMessage.UNICAST;
      case MULTICAST -> IncomingMessage.MULTICAST;
      case BROADCAST -> IncomingMessage.BROADCAST;
    };
  }

  private static IncomingMessage incoming(ApsMessage message, int type) {
    boolean multicast = message.cast() == ApsMessage.Cast.MULTICAST;
    ApsFields aps =
        new ApsFields(
            message.profile(),
            message.cluster(),
            message.sourceEndpoint(),
            message.destinationEndpoint(),
            message.cast() == ApsMessage.Cast.UNICAST
                ? ApsFields.ENABLE_ROUTE_DISCOVERY | ApsFields.RETRY
                : ApsFields.ENABLE_ROUTE_DISCOVERY,
            multicast ? message.destination() : 0,
            message.counter());
    return new IncomingMessage(
        type, aps, message.lqi(), rssi(message.lqi()), message.source(), message.payload());
  }

  private static int rssi(int lqi) {
    return lqi / 4 - 100;
  }

  @Override
  public NodeDescriptor nodeDescriptor() {
    int primaryTrustCenterOfRevision22 = 0x2C41;
    return new NodeDescriptor(
        NodeDescriptor.Type.COORDINATOR,
        0x8F,
        settings.manufacturerCode(),
        primaryTrustCenterOfRevision22,
        82);
  }

  @Override
  public int powerDescriptor() {
    return 0xC110;
  }

  @Override
  public List<EndpointDescriptor> endpoints() {
    return endpoints.descriptors();
  }

  @Override
  public List<Neighbour> neighbours() {
    return stations().stream()
        .map(
            station ->
                Neighbour.of(
                    memory.parameters().extendedPanId(),
                    station,
                    station.isRouter() ? Neighbour.Relation.SIBLING : Neighbour.Relation.CHILD,
                    200))
        .toList();
  }

  @Override
  public List<Route> routes() {
    return stations().stream()
        .filter(Station::isRouter)
        .map(station -> new Route(station.networkAddress(), station.networkAddress()))
        .toList();
  }

  /** The stations whose messages it keeps: none of the routers has children. */
  List<Station> children() {
    return stations().stream().filter(station -> !station.isRouter()).toList();
  }

  /** All other stations on the network. */
  List<Station> stations() {
    return air.stations().stream()
        .filter(station -> station != this && station.onNetwork())
        .toList();
  }

  @Override
  public List<Binding> bindings() {
    return List.of();
  }

  @Override
  public boolean bind(Binding binding) {
    return false;
  }

  @Override
  public boolean unbind(Binding binding) {
    return false;
  }

  @Override
  public void permitJoining(int seconds) {
    network.permitJoining(seconds);
  }

  /** A coordinator does not follow such a request. */
  @Override
  public void leave(boolean rejoin) {}
}
