package org.waggle.radio.ember;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.GreenPowerIndication;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.JoinIndication.Kind;
import org.waggle.radio.ember.ezsp.ApsFrame;
import org.waggle.radio.ember.ezsp.GpAddress;
import org.waggle.radio.ember.ezsp.GpepIncomingMessage;
import org.waggle.radio.ember.ezsp.IncomingMessage;
import org.waggle.radio.ember.ezsp.MessageType;
import org.waggle.radio.ember.ezsp.SecurityCallback.TrustCenterJoin;
import org.waggle.zcl.IeeeAddress;

/** Tells the listener what came over the air, as it came. */
final class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** {@code EmberGpStatus}: the coordinator does not know the device's key and left it to us. */
  private static final int GP_UNPROCESSED = 1;

  private final ListenerGuard listener;
  private final Consumer<IeeeAddress> onJoin;

  /**
   * @param onJoin told which devices come, before the listener is
   */
  Inbox(ListenerGuard listener, Consumer<IeeeAddress> onJoin) {
    this.listener = listener;
    this.onJoin = onJoin;
  }

  void received(IncomingMessage message) {
    Delivery delivery;
    switch (message.type()) {
      case MessageType.INCOMING_UNICAST, MessageType.INCOMING_UNICAST_REPLY ->
          delivery = Delivery.UNICAST;
      case MessageType.INCOMING_MULTICAST, MessageType.INCOMING_MULTICAST_LOOPBACK ->
          delivery = Delivery.MULTICAST;
      case MessageType.INCOMING_BROADCAST, MessageType.INCOMING_BROADCAST_LOOPBACK ->
          delivery = Delivery.BROADCAST;
      default -> {
        return; // a route request: no APS frame came with it
      }
    }
    ApsFrame aps = message.apsFrame();
    listener.received(
        new ApsIndication(
            message.packetInfo().senderShortId(),
            delivery,
            groupId(delivery, aps.groupId()),
            aps.profileId(),
            aps.clusterId(),
            aps.sourceEndpoint(),
            aps.destinationEndpoint(),
            aps.sequence(),
            message.message(),
            message.packetInfo().lastHopLqi(),
            message.packetInfo().lastHopRssi()));
  }

  private static OptionalInt groupId(Delivery delivery, int field) {
    boolean present =
        delivery == Delivery.MULTICAST || (delivery == Delivery.UNICAST && field != 0);
    return present ? OptionalInt.of(field) : OptionalInt.empty();
  }

  void joined(TrustCenterJoin join) {
    IeeeAddress device = join.newNodeEui64();
    int address = join.newNodeId();
    Kind kind;
    switch (join.update()) {
      case TrustCenterJoin.DEVICE_LEFT -> {
        listener.tell(to -> to.left(device, address));
        return;
      }
      case TrustCenterJoin.SECURED_REJOIN -> kind = Kind.SECURED_REJOIN;
      case TrustCenterJoin.UNSECURED_REJOIN -> kind = Kind.UNSECURED_REJOIN;
      default -> kind = Kind.JOINED;
    }
    onJoin.accept(device);
    boolean denied = join.decision() == TrustCenterJoin.DENY_JOIN;
    JoinIndication indication =
        new JoinIndication(device, address, join.parentOfNewNodeId(), denied ? Kind.DENIED : kind);
    listener.tell(to -> to.joined(indication));
  }

  void received(GpepIncomingMessage message) {
    if (message.status() > GP_UNPROCESSED) {
      // Authentication failed, or the counter is old; whoever can decrypt decides.
      LOG.debug("A Green Power frame has status {}", message.status());
    }
    GpAddress address = message.address();
    boolean ieee = address.applicationId() == GpAddress.IEEE_ADDRESS;
    GreenPowerIndication indication =
        new GreenPowerIndication(
            ieee ? 0 : address.id(),
            ieee ? Optional.of(new IeeeAddress(address.id())) : Optional.empty(),
            address.endpoint(),
            message.sequence(),
            message.securityLevel(),
            message.securityKeyType(),
            message.autoCommissioning(),
            message.bidirectionalInfo() != 0,
            message.frameCounter(),
            message.commandId(),
            message.mic(),
            message.payload(),
            message.gpdLink());
    listener.tell(to -> to.greenPowerReceived(indication));
  }
}
