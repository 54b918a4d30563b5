package org.waggle.zigbee;

import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclCommand;
import org.waggle.zigbee.api.ZclMessage;

/** The IAS Zone cluster (ZCL 8.2), as far as enrolment needs it. */
final class IasZone {

  static final int CLUSTER = 0x0500;
  static final int ZONE_STATE = 0x0000;
  static final int CIE_ADDRESS = 0x0010;
  static final int ENROLLED = 1;

  /** Success, and the zone id that Zigbee2MQTT gives to all. */
  static final ZclCommand ENROLL_RESPONSE = new ClusterCommand(0x00, Octets.of(0x00, 23));

  private static final int ENROLL_REQUEST = 0x01;

  private IasZone() {}

  static boolean isEnrollRequest(ZclMessage message) {
    return message.clusterId() == CLUSTER
        && message.frame().header().direction() == Direction.SERVER_TO_CLIENT
        && message.frame().command() instanceof ClusterCommand command
        && command.id() == ENROLL_REQUEST;
  }
}
