package org.waggle.zigbee;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.JoinIndication;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.zdo.AddressMapping;
import org.waggle.zcl.zdo.DeviceAnnounce;
import org.waggle.zcl.zdo.IeeeAddrResponse;
import org.waggle.zcl.zdo.NwkAddrResponse;
import org.waggle.zcl.zdo.ZdoFrame;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZclMessage;

/** The way of a frame from the radio to those whom it concerns. On the event thread only. */
final class Receiver implements RadioEvents.Receiver {

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

  private static final int ZDO_PROFILE = 0x0000;
  private static final int GREEN_POWER_PROFILE = 0xA1E0;
  private static final int GREEN_POWER_CLUSTER = 0x0021;
  private static final int TOUCHLINK_CLUSTER = 0x1000;

  private final EventThread thread;
  private final NodeTable nodes;
  private final Membership membership;
  private final Strangers strangers;
  private final Requests requests;
  private final CoordinatorServers servers;
  private final Listeners listeners;
  private final Persistence persistence;

  Receiver(
      EventThread thread,
      NodeTable nodes,
      Membership membership,
      Strangers strangers,
      Requests requests,
      CoordinatorServers servers,
      Listeners listeners,
      Persistence persistence) {
    this.thread = thread;
    this.nodes = nodes;
    this.membership = membership;
    this.strangers = strangers;
    this.requests = requests;
    this.servers = servers;
    this.listeners = listeners;
    this.persistence = persistence;
  }

  @Override
  public void received(ApsIndication indication) {
    if (indication.profileId() == ZDO_PROFILE) {
      receivedZdo(indication);
    } else if (indication.sourceAddress() != 0) {
      receivedZcl(indication);
    }
  }

  @Override
  public void joined(JoinIndication indication) {
    membership.joined(indication);
    strangers.identified(indication.networkAddress(), this::received);
    persistence.touch();
  }

  @Override
  public void left(IeeeAddress device, int networkAddress) {
    membership.left(device, networkAddress);
  }

  private void receivedZdo(ApsIndication indication) {
    if (!(ZdoFrame.decode(indication.clusterId(), indication.payload())
        instanceof Decoded.Ok<ZdoFrame> decoded)) {
      LOG.debug("Unreadable ZDO frame from {}: {}", indication.sourceAddress(), indication);
      return;
    }
    ZdoFrame frame = decoded.value();
    if (indication.sourceAddress() == 0) {
      requests.receivedFromCoordinator(frame);
      return;
    }
    if (frame.command() instanceof DeviceAnnounce announce) {
      membership.announced(announce);
      strangers.identified(announce.networkAddress(), this::received);
    } else if (frame.command() instanceof IeeeAddrResponse response) {
      response.mapping().filter(mapping -> response.status().isSuccess()).ifPresent(this::located);
    } else if (frame.command() instanceof NwkAddrResponse response) {
      response.mapping().filter(mapping -> response.status().isSuccess()).ifPresent(this::located);
    }
    Node node = nodes.find(indication.sourceAddress());
    if (node != null) {
      node.heard(thread.now(), indication.lqi());
      listeners.tell(listener -> listener.heard(node.snapshot()));
      requests.received(node, frame);
      requests.heard(node);
      persistence.touch();
    }
  }

  private void located(AddressMapping mapping) {
    Node node = nodes.find(mapping.ieeeAddress());
    if (node != null) {
      membership.seenAt(node, mapping.networkAddress());
      strangers.identified(mapping.networkAddress(), this::received);
    }
  }

  private void receivedZcl(ApsIndication indication) {
    Node node = sender(indication);
    if (node == null) {
      if (!isRepeated(indication) && !membership.isDeserted(indication.sourceAddress())) {
        strangers.received(indication);
      }
      return;
    }
    Instant now = thread.now();
    node.heard(now, indication.lqi());
    persistence.touch();
    if (indication.profileId() == GREEN_POWER_PROFILE
        || indication.clusterId() == GREEN_POWER_CLUSTER
        || indication.clusterId() == TOUCHLINK_CLUSTER) {
      listeners.tell(listener -> listener.heard(node.snapshot()));
      return;
    }
    Decoded<ZclFrame> decoded = ZclFrame.decode(indication.payload());
    if (decoded instanceof Decoded.Ok<ZclFrame> ok) {
      handle(node, indication, ok.value(), now);
    } else {
      LOG.debug("{} sent an unreadable frame: {}", node, decoded);
      listeners.tell(listener -> listener.heard(node.snapshot()));
      requests.heard(node);
    }
  }

  private void handle(Node node, ApsIndication indication, ZclFrame frame, Instant received) {
    int endpoint = indication.sourceEndpoint();
    if (!node.hasEndpoint(endpoint)) {
      node.endpoint(endpoint, fresh -> fresh);
    }
    ZclMessage message =
        new ZclMessage(
            node.ieeeAddress(),
            endpoint,
            groupId(indication),
            indication.clusterId(),
            frame,
            indication.lqi(),
            indication.rssi(),
            received);
    boolean changed = Attributes.keep(node, message);
    listeners.tell(listener -> listener.received(message));
    if (changed && node.snapshot().interviewState() != InterviewState.IN_PROGRESS) {
      listeners.tell(listener -> listener.nodeChanged(node.snapshot()));
    }
    requests.received(node, message);
    servers.received(node, message, indication);
    requests.heard(node);
  }

  /**
   * Who sent a frame. Routers of LUMI repeat the frames of their end devices as their own; the true
   * sender's network address is then where the group would be.
   */
  private @Nullable Node sender(ApsIndication indication) {
    Node repeater = nodes.find(indication.sourceAddress());
    if (!isRepeated(indication)) {
      return repeater;
    }
    Node origin = nodes.find(indication.groupId().getAsInt());
    return origin == null && indication.delivery() == Delivery.MULTICAST ? repeater : origin;
  }

  private boolean isRepeated(ApsIndication indication) {
    if (indication.groupId().orElse(0) == 0) {
      return false;
    }
    Node node = nodes.find(indication.sourceAddress());
    return node != null
        && node.snapshot().type() == NodeType.ROUTER
        && node.snapshot().basic().manufacturerName().filter("LUMI"::equals).isPresent();
  }

  private static OptionalInt groupId(ApsIndication indication) {
    return indication.delivery() == Delivery.MULTICAST ? indication.groupId() : OptionalInt.empty();
  }
}
