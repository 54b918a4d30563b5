package org.waggle.radio.api;

import java.util.OptionalInt;
import org.waggle.zcl.Octets;

/**
 * A frame that arrived (APSDE-DATA.indication, Zigbee specification 2.2.4.1.3).
 *
 * @param sourceAddress network address of the sender
 * @param groupId the group a multicast was sent to. Also a unicast's group field when that is not
 *     zero: routers by Lumi put there the network address of the device whose frame they relay
 * @param apsCounter the sender's APS counter, 0..255
 * @param lqi link quality of the last hop, 0..255
 * @param rssi of the last hop, dBm
 */
public record ApsIndication(
    int sourceAddress,
    Delivery delivery,
    OptionalInt groupId,
    int profileId,
    int clusterId,
    int sourceEndpoint,
    int destinationEndpoint,
    int apsCounter,
    Octets payload,
    int lqi,
    int rssi) {

  /** How a frame was addressed. */
  public enum Delivery {
    UNICAST,
    MULTICAST,
    BROADCAST
  }
}
