package org.waggle.zigbee;

import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclFrame;
import org.waggle.zigbee.api.ZclRequest;

/** APS frames that carry ZCL requests. */
final class ZclFrames {

  static final int HOME_AUTOMATION = 0x0104;

  private ZclFrames() {}

  static ApsRequest unicast(
      ZclRequest request, int networkAddress, int endpoint, int sequence, boolean acknowledged) {
    return new ApsRequest(
        new Destination.Unicast(networkAddress),
        HOME_AUTOMATION,
        request.clusterId(),
        request.sourceEndpoint(),
        endpoint,
        payload(request, sequence),
        acknowledged);
  }

  static ApsRequest toMany(
      ZclRequest request, Destination destination, int endpoint, int sequence) {
    return new ApsRequest(
        destination,
        HOME_AUTOMATION,
        request.clusterId(),
        request.sourceEndpoint(),
        endpoint,
        payload(request, sequence),
        false);
  }

  private static Octets payload(ZclRequest request, int sequence) {
    return ZclFrame.of(
            request.manufacturerCode(),
            request.direction(),
            request.disableDefaultResponse(),
            sequence,
            request.command())
        .encode();
  }
}
