package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.ash.AshLink;
import org.waggle.simulator.ash.LineFaults;
import org.waggle.simulator.memory.Memory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** A network co-processor that speaks a version of EZSP: a line to a host and an antenna. */
public final class Ncp {

  private static final int STACK_TYPE_MESH = 2;
  private static final int VERSION = 0x0000;
  private static final int CALLBACK = 0x0006;
  private static final int NO_CALLBACKS = 0x0007;
  private static final int INVALID_COMMAND = 0x0058;
  private static final int DELAY_TEST = 0x009D;

  private static final int RESET_BY_COMMAND = 0x0B;

  private static final Logger LOG = LoggerFactory.getLogger(Ncp.class);

  private final Air air;
  private final EzspVersion version;
  private final AshLink link;
  private final NetworkMemory memory;
  private final Settings settings;
  private final Endpoints endpoints = new Endpoints();
  private final TransientKeys transientKeys = new TransientKeys();
  private final Routes routes = new Routes();
  private final Commands commands;
  private final Counters counters;
  private final NetworkState network;
  private final NcpCoordinator coordinator;
  private final Congestion congestion;
  private final NcpFaults faults;
  private final TokenCommands tokens;
  private final AddressTableCommands addresses = new AddressTableCommands();
  private final RawMessageCommands raw;
  private final GreenPowerCommands greenPower;
  private final List<Runnable> resetListeners = new CopyOnWriteArrayList<>();
  private ObjIntConsumer<byte[]> line = (bytes, count) -> {};
  private boolean versionAgreed;
  private int lastSequence;

  /**
   * @param eui64 its address, unless the memory holds one
   * @param seed of the faults: the same seed gives the same ones
   */
  public Ncp(Air air, Memory storage, IeeeAddress eui64, EzspVersion version, long seed) {
    HostCallbacks host = new ToHost();
    this.air = air;
    this.version = version;
    this.memory = new NetworkMemory(storage, eui64);
    this.settings = new Settings(version);
    this.commands = new Commands(version);
    this.counters =
        new Counters(version, counter -> host.send(new EzspCallback.CounterRollover(counter)));
    this.faults = new NcpFaults(seed);
    this.congestion = new Congestion(settings, faults.random());
    this.network = new NetworkState(air, memory, host);
    this.coordinator =
        new NcpCoordinator(
            air,
            memory,
            network,
            settings,
            endpoints,
            transientKeys,
            routes,
            counters,
            faults.duplicateMessages(),
            host);
    this.link =
        new AshLink(
            air.scheduler(),
            new FromHost(),
            AshLink.ACKNOWLEDGE_TIMEOUT,
            new LineFaults(faults.random()),
            new LineFaults(faults.random()));
    this.tokens = new TokenCommands(memory);
    this.raw = new RawMessageCommands(air.scheduler(), memory, host);
    this.greenPower = new GreenPowerCommands(air.scheduler(), host);
    registerCommands(host);
    air.add(coordinator);
  }

  private void registerCommands(HostCallbacks host) {
    new ConfigurationCommands(settings, endpoints, memory, network, routes, counters)
        .register(commands);
    new NetworkCommands(air, memory, network, host).register(commands);
    new RouteCommands(routes, settings).register(commands);
    new MessageCommands(air, coordinator, network, settings, congestion, counters, host)
        .register(commands);
    new SecurityCommands(memory, network, transientKeys).register(commands);
    new KeyTableCommands(settings, memory, transientKeys).register(commands);
    new SecurityManagerCommands(settings, memory, transientKeys).register(commands);
    new TableCommands(air, coordinator, counters).register(commands);
    new UtilityCommands(memory, network, this::restartSoon).register(commands);
    tokens.register(commands);
    addresses.register(commands);
    raw.register(commands);
    greenPower.register(commands);
  }

  /** {@code host} gets the bytes for the host from now on: the first so many of an array. */
  public void connect(ObjIntConsumer<byte[]> host) {
    line = host;
  }

  /** Gives it a network, as if a host had formed it; nothing if it has one. */
  public void form(NetworkParameters parameters, Octets networkKey) {
    if (!memory.formed()) {
      memory.security(
          new NetworkMemory.Security(
              NcpCoordinator.HASHED_LINK_KEY, networkKey, networkKey, 0, IeeeAddress.NONE));
      memory.form(parameters);
    }
  }

  public EzspVersion version() {
    return version;
  }

  /** The line, to send bytes of the host to and to disturb. */
  public AshLink link() {
    return link;
  }

  /** What is wrong with it, besides the line. */
  public NcpFaults faults() {
    return faults;
  }

  /** Why it refuses to send. */
  public Congestion congestion() {
    return congestion;
  }

  /** Sends any frame to the host. */
  public void callBack(EzspCallback callback) {
    new ToHost().send(callback);
  }

  /**
   * Hands a device's frame to the host as fast as it takes them; {@code acknowledged} runs when it
   * has it.
   *
   * @return whether the host gets it
   */
  public boolean hear(ApsMessage message, Runnable acknowledged) {
    return coordinator.hear(message, acknowledged);
  }

  /**
   * {@code listener} runs when the NCP forgets what is on its way to the host.
   *
   * @return ends that
   */
  public Runnable onReset(Runnable listener) {
    resetListeners.add(listener);
    return () -> resetListeners.remove(listener);
  }

  /**
   * {@code listener} runs whenever the network has come up.
   *
   * @return ends that
   */
  public Runnable onUp(Runnable listener) {
    return network.onUp(listener);
  }

  /** The network goes down and comes back after {@code duration}. */
  public void flap(Duration duration) {
    network.flap(duration);
  }

  /** From now on the messages of a device come by these routers; the host is told. */
  public void route(int networkAddress, List<Integer> relays) {
    routes.relays(networkAddress, relays);
    coordinator.recordRoute(networkAddress, 0xFF);
  }

  /** The MAC frames the host sent for touchlink. */
  public List<Octets> rawMessages() {
    return raw.sent();
  }

  /** The Green Power frames the host sent: address, command and payload. */
  public List<Octets> greenPowerMessages() {
    return greenPower.sent();
  }

  public boolean isUp() {
    return network.isUp();
  }

  public boolean permitsJoining() {
    return network.isOpen();
  }

  public NetworkParameters parameters() {
    return memory.parameters();
  }

  public Octets networkKey() {
    return memory.security().networkKey();
  }

  /** The counter of frames with network security. */
  public long frameCounter() {
    return memory.frameCounter();
  }

  /** Where the radio listens: elsewhere than its network while a host scans for touchlink. */
  public int radioChannel() {
    return raw.channel();
  }

  public IeeeAddress eui64() {
    return memory.eui64();
  }

  /** Restarts of its own accord and tells the host with a reset code. */
  public void restart(int code) {
    forget();
    link.restart(code);
  }

  /** Restarts of its own accord, and the host is not told. */
  public void restartSilently() {
    forget();
    link.restartSilently();
  }

  /** After the response to the command that wants it. */
  private void restartSoon() {
    air.scheduler().execute(() -> restart(RESET_BY_COMMAND));
  }

  /** Gives up and tells the host with an error code. */
  public void fail(int code) {
    forget();
    link.fail(code);
  }

  /** Everything but the network itself and its keys. */
  private void forget() {
    versionAgreed = false;
    lastSequence = 0;
    network.reset();
    settings.clear();
    endpoints.clear();
    transientKeys.clear();
    routes.clear();
    addresses.clear();
    raw.clear();
    counters.clear();
    congestion.clear();
    faults.clear();
    IeeeAddress eui64 = tokens.eui64();
    if (!eui64.equals(memory.eui64())) {
      air.remove(coordinator);
      memory.eui64(eui64);
      air.add(coordinator);
    }
    resetListeners.forEach(Runnable::run);
  }

  private void handle(EzspFrame frame) {
    lastSequence = frame.sequence();
    if (faults.resetsInsteadOf(frame.id())) {
      if (faults.resetsSilently()) {
        restartSilently();
      } else {
        restart(RESET_BY_COMMAND);
      }
    } else if (frame.id() == VERSION) {
      int desired = frame.parameters().isEmpty() ? 0 : frame.parameters().at(0);
      versionAgreed = desired == version.number();
      respond(begin(frame, VERSION).u8(version.number()).u8(STACK_TYPE_MESH).u16(version.stack()));
    } else if (!versionAgreed) {
      refuse(frame, Status.REASON_VERSION_NOT_SET);
    } else if (frame.id() == CALLBACK) {
      respond(begin(frame, NO_CALLBACKS)); // callbacks go out of their own accord
    } else {
      answer(frame);
    }
  }

  private void answer(EzspFrame frame) {
    EzspReader in = new EzspReader(frame.parameters(), version);
    EzspWriter out = begin(frame, frame.id());
    if (!commands.handle(frame.id(), in, out)) {
      refuse(frame, Status.REASON_INVALID_FRAME_ID);
    } else if (frame.id() == DELAY_TEST) {
      int millis = new EzspReader(frame.parameters(), version).u16();
      air.scheduler().schedule(() -> respond(out), millis, TimeUnit.MILLISECONDS);
    } else {
      respond(out);
    }
  }

  private void refuse(EzspFrame frame, int reason) {
    LOG.debug("Refused frame {} with {}", Integer.toHexString(frame.id()), reason);
    respond(begin(frame, INVALID_COMMAND).u8(reason));
  }

  private EzspWriter begin(EzspFrame frame, int id) {
    int waiting = link.callbacksWait() ? EzspFrame.CALLBACKS_WAIT : 0;
    return frame.response(version, id, waiting | overflow());
  }

  private int overflow() {
    return faults.takeOverflow() ? EzspFrame.OVERFLOW : 0;
  }

  private void respond(EzspWriter response) {
    link.respond(response.toBytes());
  }

  private final class FromHost implements AshLink.Listener {

    @Override
    public void reset() {
      forget();
    }

    @Override
    public void received(Octets payload) {
      handle(EzspFrame.read(payload, version));
    }

    @Override
    public void transmit(byte[] bytes, int count) {
      line.accept(bytes, count);
    }
  }

  private final class ToHost implements HostCallbacks {

    private static final Runnable NOBODY = () -> {};

    @Override
    public boolean send(EzspCallback callback) {
      return send(callback, NOBODY);
    }

    @Override
    public boolean send(EzspCallback callback, Runnable acknowledged) {
      // Before the version is agreed on, a host could not read the header.
      if (!versionAgreed) {
        return false;
      } else if (faults.hasNoRoom(link.waiting())) {
        counters.count(Counters.NO_BUFFER);
        return false;
      }
      byte[] frame = EzspFrame.callback(version, lastSequence, overflow(), callback);
      return link.callBack(frame, acknowledged);
    }
  }
}
