package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendBroadcastRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendBroadcastResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendMulticastRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendMulticastResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendUnicastRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendUnicastResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberApsFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberApsOption;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberOutgoingMessageType;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Broadcast;
import org.waggle.radio.api.ApsRequest.Destination.Group;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;
import org.waggle.radio.zsmartsystems.frame.Wire;

/** Gives APS frames to the coordinator. For the command thread. */
final class ApsSender {

  private static final int BROADCAST_RADIUS = 30;
  private static final int MULTICAST_RADIUS = 12;
  private static final int ALL_ENDPOINTS = 0xFF;

  /** No coordinator takes more without fragmentation, and the library's buffer ends at 220. */
  private static final int LONGEST_PAYLOAD = 128;

  private final Ezsp ezsp;

  ApsSender(Ezsp ezsp) {
    this.ezsp = ezsp;
  }

  /**
   * @param tag comes back with the delivery report
   * @return whether the coordinator took the frame
   */
  EmberStatus send(ApsRequest request, int tag) {
    if (request.payload().size() > LONGEST_PAYLOAD) {
      return EmberStatus.EMBER_MESSAGE_TOO_LONG;
    }
    if (request.destination() instanceof Unicast unicast) {
      return send(request, unicast, tag);
    }
    if (request.destination() instanceof Group group) {
      return send(request, group, tag);
    }
    return send(request, (Broadcast) request.destination(), tag);
  }

  private EmberStatus send(ApsRequest request, Unicast destination, int tag) {
    EmberApsFrame frame = frame(request);
    frame.setDestinationEndpoint(request.destinationEndpoint());
    if (request.acknowledged()) {
      frame.addOptions(EmberApsOption.EMBER_APS_OPTION_RETRY);
    }
    EzspSendUnicastRequest unicast = new EzspSendUnicastRequest();
    unicast.setType(EmberOutgoingMessageType.EMBER_OUTGOING_DIRECT);
    unicast.setIndexOrDestination(destination.networkAddress());
    unicast.setApsFrame(frame);
    unicast.setMessageTag(tag);
    unicast.setMessageContents(Wire.values(request.payload()));
    return ezsp.call(unicast, EzspSendUnicastResponse.class).getStatus();
  }

  private EmberStatus send(ApsRequest request, Group destination, int tag) {
    EmberApsFrame frame = frame(request);
    frame.setDestinationEndpoint(ALL_ENDPOINTS);
    frame.setGroupId(destination.groupId());
    frame.addOptions(EmberApsOption.EMBER_APS_OPTION_RETRY);
    EzspSendMulticastRequest multicast = new EzspSendMulticastRequest();
    multicast.setApsFrame(frame);
    multicast.setHops(MULTICAST_RADIUS);
    multicast.setNonmemberRadius(MULTICAST_RADIUS);
    multicast.setMessageTag(tag);
    multicast.setMessageContents(Wire.values(request.payload()));
    return ezsp.call(multicast, EzspSendMulticastResponse.class).getStatus();
  }

  private EmberStatus send(ApsRequest request, Broadcast destination, int tag) {
    EmberApsFrame frame = frame(request);
    frame.setDestinationEndpoint(request.destinationEndpoint());
    frame.setGroupId(destination.networkAddress());
    frame.addOptions(EmberApsOption.EMBER_APS_OPTION_RETRY);
    EzspSendBroadcastRequest broadcast = new EzspSendBroadcastRequest();
    broadcast.setDestination(destination.networkAddress());
    broadcast.setApsFrame(frame);
    broadcast.setRadius(BROADCAST_RADIUS);
    broadcast.setMessageTag(tag);
    broadcast.setMessageContents(Wire.values(request.payload()));
    return ezsp.call(broadcast, EzspSendBroadcastResponse.class).getStatus();
  }

  private static EmberApsFrame frame(ApsRequest request) {
    EmberApsFrame frame = new EmberApsFrame();
    frame.setProfileId(request.profileId());
    frame.setClusterId(request.clusterId());
    frame.setSourceEndpoint(request.sourceEndpoint());
    frame.addOptions(EmberApsOption.EMBER_APS_OPTION_ENABLE_ROUTE_DISCOVERY);
    frame.addOptions(EmberApsOption.EMBER_APS_OPTION_ENABLE_ADDRESS_DISCOVERY);
    return frame;
  }
}
