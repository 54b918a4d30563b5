package org.waggle.simulator.ezsp;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.ash.AshLink;
import org.waggle.simulator.ash.LineFaults;
import org.waggle.simulator.memory.Memory;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** A network co-processor with EmberZNet 7.4.4, EZSP 13: a line to a host and an antenna. */
public final class Ncp {

  public static final int PROTOCOL_VERSION = 13;

  private static final int STACK_TYPE_MESH = 2;
  private static final int STACK_VERSION = 0x7440;
  private static final int VERSION = 0x0000;
  private static final int INVALID_COMMAND = 0x0058;

  private static final int RESET_BY_COMMAND = 0x0B;

  private static final Logger LOG = LoggerFactory.getLogger(Ncp.class);

  private final AshLink link;
  private final NetworkMemory memory;
  private final Settings settings = new Settings();
  private final Endpoints endpoints = new Endpoints();
  private final TransientKeys transientKeys = new TransientKeys();
  private final Commands commands = new Commands();
  private final NetworkState network;
  private final NcpCoordinator coordinator;
  private final MessageCommands messages;
  private Consumer<byte[]> line = bytes -> {};
  private boolean versionAgreed;
  private int lastSequence;

  /**
   * @param eui64 its address, unless the memory holds one
   */
  public Ncp(Air air, Memory memory, IeeeAddress eui64, RandomGenerator random) {
    HostCallbacks host = new ToHost();
    this.memory = new NetworkMemory(memory, eui64);
    this.network = new NetworkState(air, this.memory, host);
    this.coordinator =
        new NcpCoordinator(air, this.memory, network, settings, endpoints, transientKeys, host);
    this.messages = new MessageCommands(air, coordinator, network, settings, host);
    this.link =
        new AshLink(
            air.scheduler(),
            new FromHost(),
            AshLink.ACKNOWLEDGE_TIMEOUT,
            new LineFaults(random),
            new LineFaults(random));
    new ConfigurationCommands(settings, endpoints, this.memory, network).register(commands);
    new NetworkCommands(air, this.memory, network, host).register(commands);
    new SecurityCommands(settings, this.memory, network, transientKeys).register(commands);
    new TableCommands(air, coordinator).register(commands);
    new UtilityCommands(this.memory, network, () -> restart(RESET_BY_COMMAND)).register(commands);
    messages.register(commands);
    air.add(coordinator);
  }

  /** {@code host} gets the bytes for the host from now on. */
  public void connect(Consumer<byte[]> host) {
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

  /** The line, to send bytes of the host to and to disturb. */
  public AshLink link() {
    return link;
  }

  /** Whether to refuse unicasts beyond the configured number of messages under way. */
  public void limitMessages(boolean limited) {
    messages.limited(limited);
  }

  /** Sends any frame to the host. */
  public void callBack(EzspCallback callback) {
    new ToHost().send(callback);
  }

  /** Hands a device's frame to the host as fast as it takes them. */
  public void hear(ApsMessage message, Runnable acknowledged) {
    coordinator.hear(message, ok -> {}, acknowledged);
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

  public IeeeAddress eui64() {
    return memory.eui64();
  }

  /** Restarts of its own accord and tells the host with a reset code. */
  public void restart(int code) {
    forget();
    link.restart(code);
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
    messages.reset();
  }

  private void handle(EzspFrame frame) {
    lastSequence = frame.sequence();
    if (frame.id() == VERSION) {
      int desired = frame.parameters().u8();
      versionAgreed = desired == PROTOCOL_VERSION;
      Octets version =
          new WireWriter().u8(PROTOCOL_VERSION).u8(STACK_TYPE_MESH).u16(STACK_VERSION).toOctets();
      link.respond(frame.response(VERSION, version));
      return;
    }
    Octets response = versionAgreed ? commands.handle(frame.id(), frame.parameters()) : null;
    if (response == null) {
      int reason = versionAgreed ? Status.EZSP_INVALID_FRAME_ID : Status.EZSP_VERSION_NOT_SET;
      LOG.debug("Refused frame {} with {}", Integer.toHexString(frame.id()), reason);
      link.respond(frame.response(INVALID_COMMAND, Octets.of(reason)));
    } else {
      link.respond(frame.response(frame.id(), response));
    }
  }

  private final class FromHost implements AshLink.Listener {

    @Override
    public void reset() {
      forget();
    }

    @Override
    public void received(Octets payload) {
      handle(EzspFrame.read(payload));
    }

    @Override
    public void transmit(byte[] bytes) {
      line.accept(bytes);
    }
  }

  private final class ToHost implements HostCallbacks {

    @Override
    public void send(EzspCallback callback) {
      send(callback, () -> {});
    }

    @Override
    public void send(EzspCallback callback, Runnable acknowledged) {
      // Before the version is agreed on, a host could not read the header.
      if (versionAgreed) {
        link.callBack(EzspFrame.callback(lastSequence, callback), acknowledged);
      }
    }
  }
}
