package org.waggle.radio.ember;

import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.EzspStatus;

/** Frames that did not reach their destination. */
final class Undelivered {

  private Undelivered() {}

  /** Whether a status is about the way to the destination, not about the request. */
  static boolean is(EzspStatus status) {
    return switch (status.meaning()) {
      case DELIVERY_FAILED,
          NO_APS_ACK,
          ID_DISCOVERY_FAILED,
          SEND_UNICAST_FAILURE,
          NO_ROUTE,
          SOURCE_ROUTE_FAILURE,
          MANY_TO_ONE_ROUTE_FAILURE,
          NO_MAC_ACK,
          INDIRECT_TIMEOUT,
          CHANNEL_ACCESS_FAILED ->
          true;
      default -> false;
    };
  }

  static RadioException reason(ApsRequest request, EzspStatus status) {
    String node =
        request.destination() instanceof Unicast unicast
            ? "Node 0x%04X".formatted(unicast.networkAddress())
            : "Nobody";
    return new RadioException(Reason.NOT_DELIVERED, node + " did not get a frame: " + status);
  }
}
