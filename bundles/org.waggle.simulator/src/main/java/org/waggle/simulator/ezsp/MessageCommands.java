package org.waggle.simulator.ezsp;

import java.util.Optional;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.ezsp.EzspCallback.MessageSent;
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
  private final Congestion congestion;
  private final Counters counters;
  private final HostCallbacks host;

  MessageCommands(
      Air air,
      NcpCoordinator coordinator,
      NetworkState network,
      Settings settings,
      Congestion congestion,
      Counters counters,
      HostCallbacks host) {
    this.air = air;
    this.coordinator = coordinator;
    this.network = network;
    this.settings = settings;
    this.congestion = congestion;
    this.counters = counters;
    this.host = host;
  }

  void register(Commands commands) {
    commands.on(0x0033, (in, out) -> out.u8(MAX_PAYLOAD)); // maximumPayloadLength
    commands.on(0x0034, this::sendUnicast);
    commands.on(0x0036, this::sendBroadcast);
    commands.until(13, 0x0037, this::proxyBroadcast);
    commands.on(0x0038, this::sendMulticast);
    commands.on(0x0039, this::sendReply);
    commands.until(13, 0x003A, this::sendMulticastWithAlias);
  }

  private void sendUnicast(EzspReader in, EzspWriter out) {
    int type = in.u8();
    int destination = in.u16();
    ApsFields aps = ApsFields.read(in);
    int tag = in.tag();
    Octets payload = in.octets(in.u8());
    Status status = type == DIRECT ? check(payload) : Status.INVALID_CALL;
    if (status == Status.SUCCESS) {
      status = congestion.unicastRefusal().orElse(Status.SUCCESS);
    }
    if (status != Status.SUCCESS) {
      out.status(status).u8(0);
      return;
    }
    ApsFields sent = aps.withSequence(coordinator.nextCounter());
    out.status(Status.SUCCESS).u8(sent.sequence());
    ApsMessage message = message(sent, ApsMessage.Cast.UNICAST, destination, payload);
    if (destination == Coordinator.ADDRESS) {
      air.scheduler().execute(() -> tell(DIRECT, destination, sent, tag, true, payload));
      air.scheduler().execute(() -> coordinator.hearOwn(message));
      return;
    }
    congestion.begin();
    air.unicast(
        message,
        delivered -> {
          congestion.end();
          counters.count(
              delivered ? Counters.MAC_TX_UNICAST_SUCCESS : Counters.MAC_TX_UNICAST_FAILED);
          counters.count(
              delivered ? Counters.APS_TX_UNICAST_SUCCESS : Counters.APS_TX_UNICAST_FAILED);
          tell(DIRECT, destination, sent, tag, delivered, payload);
        });
  }

  private void sendBroadcast(EzspReader in, EzspWriter out) {
    boolean withAlias = in.version().since(14);
    if (withAlias) {
      in.u16(); // alias
    }
    int destination = in.u16();
    if (withAlias) {
      in.u8(); // network sequence number
    }
    ApsFields aps = ApsFields.read(in);
    in.u8(); // radius
    int tag = in.tag();
    spread(out, ApsMessage.Cast.BROADCAST, destination, aps, tag, in.octets(in.u8()));
  }

  private void proxyBroadcast(EzspReader in, EzspWriter out) {
    in.u16(); // source
    int destination = in.u16();
    in.u8(); // network sequence number
    ApsFields aps = ApsFields.read(in);
    in.u8(); // radius
    int tag = in.tag();
    spread(out, ApsMessage.Cast.BROADCAST, destination, aps, tag, in.octets(in.u8()));
  }

  private void sendMulticast(EzspReader in, EzspWriter out) {
    ApsFields aps = ApsFields.read(in);
    in.u8(); // hops
    if (in.version().since(14)) {
      in.u16(); // broadcast address
      in.u16(); // alias
      in.u8(); // network sequence number
    } else {
      in.u8(); // radius outside of the group
    }
    int tag = in.tag();
    spread(out, ApsMessage.Cast.MULTICAST, aps.group(), aps, tag, in.octets(in.u8()));
  }

  private void sendMulticastWithAlias(EzspReader in, EzspWriter out) {
    ApsFields aps = ApsFields.read(in);
    in.u8(); // hops
    in.u8(); // radius outside of the group
    in.u16(); // alias
    in.u8(); // network sequence number
    int tag = in.tag();
    spread(out, ApsMessage.Cast.MULTICAST, aps.group(), aps, tag, in.octets(in.u8()));
  }

  private void spread(
      EzspWriter out,
      ApsMessage.Cast cast,
      int destination,
      ApsFields aps,
      int tag,
      Octets payload) {
    Status status = check(payload);
    if (status == Status.SUCCESS) {
      status = congestion.refusal().orElse(Status.SUCCESS);
    }
    if (status != Status.SUCCESS) {
      out.status(status).u8(0);
      return;
    }
    ApsFields sent = aps.withSequence(coordinator.nextCounter());
    out.status(Status.SUCCESS).u8(sent.sequence());
    ApsMessage message = message(sent, cast, destination, payload);
    air.spread(message);
    counters.count(Counters.APS_TX_BROADCAST);
    int type = cast == ApsMessage.Cast.MULTICAST ? MULTICAST : BROADCAST;
    air.scheduler().execute(() -> tell(type, destination, sent, tag, true, payload));
    air.scheduler().execute(() -> coordinator.hearOwn(message));
  }

  private void sendReply(EzspReader in, EzspWriter out) {
    int destination = in.u16();
    ApsFields aps = ApsFields.read(in);
    // Some hosts put a tag before the length; it is the only byte too many then.
    int length = in.u8();
    Octets payload = in.remaining() == length ? in.octets(length) : in.octets(in.u8());
    Status status = check(payload);
    out.status(status);
    if (status == Status.SUCCESS) {
      ApsFields sent = aps.withSequence(coordinator.nextCounter());
      air.unicast(message(sent, ApsMessage.Cast.UNICAST, destination, payload), ok -> {});
    }
  }

  private Status check(Octets payload) {
    if (!network.isUp()) {
      return Status.NETWORK_DOWN;
    }
    return payload.size() > MAX_PAYLOAD ? Status.MESSAGE_TOO_LONG : Status.SUCCESS;
  }

  private void tell(
      int type, int destination, ApsFields aps, int tag, boolean delivered, Octets payload) {
    boolean withContents =
        settings.policy(Settings.MESSAGE_CONTENTS_POLICY) == Settings.MESSAGE_TAG_AND_CONTENTS;
    Status status = delivered ? Status.SUCCESS : Status.DELIVERY_FAILED;
    Octets contents = Optional.of(payload).filter(all -> withContents).orElse(Octets.EMPTY);
    host.send(new MessageSent(type, destination, aps, tag, status, contents));
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
