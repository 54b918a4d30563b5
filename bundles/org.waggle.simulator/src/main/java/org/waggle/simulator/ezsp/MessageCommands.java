package org.waggle.simulator.ezsp;

import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.ezsp.EzspCallback.MessageSent;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.Octets;

/** Sending (UG100, section 8). */
final class MessageCommands {

  private static final int DIRECT = 0;
  private static final int MULTICAST = 3;
  private static final int BROADCAST = 6;

  /** The longest APS payload of one frame with network security. */
  private static final int MAX_PAYLOAD = 82;

  private static final int OWN_LQI = 0xFF;

  private final Air air;
  private final NcpCoordinator coordinator;
  private final NetworkState network;
  private final Settings settings;
  private final HostCallbacks host;
  private boolean limited;
  private int underWay;

  MessageCommands(
      Air air,
      NcpCoordinator coordinator,
      NetworkState network,
      Settings settings,
      HostCallbacks host) {
    this.air = air;
    this.coordinator = coordinator;
    this.network = network;
    this.settings = settings;
    this.host = host;
  }

  void register(Commands commands) {
    commands.on(0x0033, (in, out) -> out.u8(MAX_PAYLOAD)); // maximumPayloadLength
    commands.on(0x0034, this::sendUnicast);
    commands.on(0x0036, this::sendBroadcast);
    commands.on(0x0038, this::sendMulticast);
    commands.on(0x0039, this::sendReply);
    commands.answer(0x0051, Status.SUCCESS); // sendRawMessage
    commands.answer(0x0096, Status.SUCCESS); // sendRawMessageExtended
  }

  /** Whether to refuse more unicasts at a time than the host configured, as a real stack does. */
  void limited(boolean limits) {
    limited = limits;
  }

  void reset() {
    underWay = 0;
  }

  private void sendUnicast(WireReader in, WireWriter out) {
    int type = in.u8();
    int destination = in.u16();
    ApsFields aps = ApsFields.read(in);
    int tag = in.u8();
    Octets payload = in.octets(in.u8());
    int status = type == DIRECT ? check(payload) : Status.INVALID_CALL;
    int limit = settings.configuration(Settings.UNICAST_MESSAGE_COUNT);
    if (status == Status.SUCCESS && limited && underWay >= limit) {
      status = Status.MAX_MESSAGE_LIMIT_REACHED;
    }
    if (status != Status.SUCCESS) {
      out.u8(status).u8(0);
      return;
    }
    ApsFields sent = aps.withSequence(coordinator.nextCounter());
    out.u8(Status.SUCCESS).u8(sent.sequence());
    ApsMessage message = message(sent, ApsMessage.Cast.UNICAST, destination, payload);
    if (destination == Coordinator.ADDRESS) {
      later(DIRECT, destination, sent, tag);
      air.scheduler().execute(() -> coordinator.hearOwn(message));
      return;
    }
    underWay++;
    air.unicast(
        message,
        delivered -> {
          underWay = Math.max(0, underWay - 1);
          int result = delivered ? Status.SUCCESS : Status.DELIVERY_FAILED;
          host.send(new MessageSent(DIRECT, destination, sent, tag, result));
        });
  }

  private void sendBroadcast(WireReader in, WireWriter out) {
    int destination = in.u16();
    ApsFields aps = ApsFields.read(in);
    in.u8();
    int tag = in.u8();
    Octets payload = in.octets(in.u8());
    spread(out, BROADCAST, ApsMessage.Cast.BROADCAST, destination, aps, tag, payload);
  }

  private void sendMulticast(WireReader in, WireWriter out) {
    ApsFields aps = ApsFields.read(in);
    in.u8();
    in.u8();
    int tag = in.u8();
    Octets payload = in.octets(in.u8());
    spread(out, MULTICAST, ApsMessage.Cast.MULTICAST, aps.group(), aps, tag, payload);
  }

  private void spread(
      WireWriter out,
      int type,
      ApsMessage.Cast cast,
      int destination,
      ApsFields aps,
      int tag,
      Octets payload) {
    int status = check(payload);
    if (status != Status.SUCCESS) {
      out.u8(status).u8(0);
      return;
    }
    ApsFields sent = aps.withSequence(coordinator.nextCounter());
    out.u8(Status.SUCCESS).u8(sent.sequence());
    ApsMessage message = message(sent, cast, destination, payload);
    air.spread(message);
    later(type, destination, sent, tag);
    air.scheduler().execute(() -> coordinator.hearOwn(message));
  }

  private void sendReply(WireReader in, WireWriter out) {
    int destination = in.u16();
    ApsFields aps = ApsFields.read(in);
    // Some hosts put a tag before the length; it is the only byte too many then.
    int length = in.u8();
    Octets payload = in.remaining() == length ? in.octets(length) : in.octets(in.u8());
    int status = check(payload);
    out.u8(status);
    if (status == Status.SUCCESS) {
      ApsFields sent = aps.withSequence(coordinator.nextCounter());
      air.unicast(message(sent, ApsMessage.Cast.UNICAST, destination, payload), ok -> {});
    }
  }

  private int check(Octets payload) {
    if (!network.isUp()) {
      return Status.NETWORK_DOWN;
    }
    return payload.size() > MAX_PAYLOAD ? Status.MESSAGE_TOO_LONG : Status.SUCCESS;
  }

  private void later(int type, int destination, ApsFields aps, int tag) {
    MessageSent sent = new MessageSent(type, destination, aps, tag, Status.SUCCESS);
    air.scheduler().execute(() -> host.send(sent));
  }

  private static ApsMessage message(
      ApsFields aps, ApsMessage.Cast cast, int destination, Octets payload) {
    return new ApsMessage(
        Coordinator.ADDRESS,
        cast,
        destination,
        aps.profile(),
        aps.cluster(),
        aps.sourceEndpoint(),
        aps.destinationEndpoint(),
        aps.sequence(),
        OWN_LQI,
        payload);
  }
}
