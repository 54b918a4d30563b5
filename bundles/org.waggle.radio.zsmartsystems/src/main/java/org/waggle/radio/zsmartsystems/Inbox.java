package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspIncomingMessageHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspMacFilterMatchMessageHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspTrustCenterJoinHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberApsFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberJoinDecision;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.JoinIndication.Kind;
import org.waggle.radio.zsmartsystems.frame.GreenPowerFrame;
import org.waggle.radio.zsmartsystems.frame.Wire;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Tells the listener what came over the air, as it came. On the library's thread. */
final class Inbox {

  private final ListenerGuard listener;
  private final IntSupplier channel;
  private final Consumer<IeeeAddress> onJoin;

  /**
   * @param channel which channel the radio is on
   * @param onJoin told which devices come, before the listener is
   */
  Inbox(ListenerGuard listener, IntSupplier channel, Consumer<IeeeAddress> onJoin) {
    this.listener = listener;
    this.channel = channel;
    this.onJoin = onJoin;
  }

  void frame(EzspFrameResponse frame) {
    if (frame instanceof EzspIncomingMessageHandler message) {
      received(message);
    } else if (frame instanceof EzspTrustCenterJoinHandler join) {
      joined(join);
    } else if (frame instanceof EzspMacFilterMatchMessageHandler message) {
      Octets macFrame = Octets.of(message.getMessageContents());
      int on = channel.getAsInt();
      listener.tell(to -> to.interPanReceived(macFrame, on, message.getLastHopLqi()));
    } else if (frame instanceof GreenPowerFrame greenPower) {
      listener.tell(to -> to.greenPowerReceived(greenPower.indication()));
    }
  }

  private void received(EzspIncomingMessageHandler message) {
    EmberApsFrame aps = message.getApsFrame();
    Delivery delivery;
    switch (message.getType()) {
      case EMBER_INCOMING_UNICAST, EMBER_INCOMING_UNICAST_REPLY -> delivery = Delivery.UNICAST;
      case EMBER_INCOMING_MULTICAST, EMBER_INCOMING_MULTICAST_LOOPBACK ->
          delivery = Delivery.MULTICAST;
      case EMBER_INCOMING_BROADCAST, EMBER_INCOMING_BROADCAST_LOOPBACK ->
          delivery = Delivery.BROADCAST;
      default -> {
        return; // a route request: no APS frame came with it
      }
    }
    ApsIndication indication =
        new ApsIndication(
            message.getSender(),
            delivery,
            groupId(delivery, aps.getGroupId()),
            aps.getProfileId(),
            aps.getClusterId(),
            aps.getSourceEndpoint(),
            aps.getDestinationEndpoint(),
            aps.getSequence(),
            Octets.of(message.getMessageContents()),
            message.getLastHopLqi(),
            message.getLastHopRssi());
    listener.tell(to -> to.received(indication));
  }

  private static OptionalInt groupId(Delivery delivery, int field) {
    boolean present =
        delivery == Delivery.MULTICAST || (delivery == Delivery.UNICAST && field != 0);
    return present ? OptionalInt.of(field) : OptionalInt.empty();
  }

  private void joined(EzspTrustCenterJoinHandler join) {
    IeeeAddress device = new IeeeAddress(Wire.littleEndian(join.getNewNodeEui64().getValue()));
    int address = join.getNewNodeId();
    Kind kind;
    switch (join.getStatus()) {
      case EMBER_DEVICE_LEFT -> {
        listener.tell(to -> to.left(device, address));
        return;
      }
      case EMBER_STANDARD_SECURITY_SECURED_REJOIN, EMBER_HIGH_SECURITY_SECURED_REJOIN ->
          kind = Kind.SECURED_REJOIN;
      case EMBER_STANDARD_SECURITY_UNSECURED_REJOIN, EMBER_HIGH_SECURITY_UNSECURED_REJOIN ->
          kind = Kind.UNSECURED_REJOIN;
      default -> kind = Kind.JOINED;
    }
    onJoin.accept(device);
    boolean denied = join.getPolicyDecision() == EmberJoinDecision.EMBER_DENY_JOIN;
    JoinIndication indication =
        new JoinIndication(
            device, address, join.getParentOfNewNodeId(), denied ? Kind.DENIED : kind);
    listener.tell(to -> to.joined(indication));
  }
}
