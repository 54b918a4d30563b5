package org.waggle.radio.ember;

import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Broadcast;
import org.waggle.radio.api.ApsRequest.Destination.Group;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;
import org.waggle.radio.ember.ezsp.ApsFrame;
import org.waggle.radio.ember.ezsp.EzspCommand;
import org.waggle.radio.ember.ezsp.MessageType;
import org.waggle.radio.ember.ezsp.MessagingFrames.SendBroadcast;
import org.waggle.radio.ember.ezsp.MessagingFrames.SendMulticast;
import org.waggle.radio.ember.ezsp.MessagingFrames.SendUnicast;
import org.waggle.radio.ember.ezsp.MessagingFrames.Sent;

/** The commands that send APS frames. */
final class ApsFrames {

  /** No coordinator takes more without fragmentation. */
  static final int LONGEST_PAYLOAD = 128;

  private static final int BROADCAST_RADIUS = 30;
  private static final int MULTICAST_RADIUS = 12;
  private static final int ALL_THAT_LISTEN = 0xFFFD;
  private static final int ALL_ENDPOINTS = 0xFF;

  /**
   * A concentrator should not look for routes itself; but without it devices that changed their
   * parent stay unreachable, as others found.
   */
  private static final int DISCOVERY =
      ApsFrame.ENABLE_ROUTE_DISCOVERY | ApsFrame.ENABLE_ADDRESS_DISCOVERY;

  private ApsFrames() {}

  /**
   * @param tag comes back with the delivery report
   */
  static EzspCommand<Sent> of(ApsRequest request, int tag) {
    if (request.destination() instanceof Unicast unicast) {
      int options = request.acknowledged() ? DISCOVERY | ApsFrame.RETRY : DISCOVERY;
      return new SendUnicast(
          MessageType.DIRECT,
          unicast.networkAddress(),
          frame(request, request.destinationEndpoint(), options, 0),
          tag,
          request.payload());
    }
    if (request.destination() instanceof Group group) {
      return new SendMulticast(
          frame(request, ALL_ENDPOINTS, DISCOVERY | ApsFrame.RETRY, group.groupId()),
          MULTICAST_RADIUS,
          MULTICAST_RADIUS,
          ALL_THAT_LISTEN,
          tag,
          request.payload());
    }
    int address = ((Broadcast) request.destination()).networkAddress();
    return new SendBroadcast(
        address,
        frame(request, request.destinationEndpoint(), DISCOVERY | ApsFrame.RETRY, address),
        BROADCAST_RADIUS,
        tag,
        request.payload());
  }

  private static ApsFrame frame(
      ApsRequest request, int destinationEndpoint, int options, int groupId) {
    return new ApsFrame(
        request.profileId(),
        request.clusterId(),
        request.sourceEndpoint(),
        destinationEndpoint,
        options,
        groupId,
        0);
  }
}
