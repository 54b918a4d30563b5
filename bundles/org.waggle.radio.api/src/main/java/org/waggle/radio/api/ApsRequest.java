package org.waggle.radio.api;

import org.waggle.zcl.Octets;

/**
 * A frame to send (APSDE-DATA.request, Zigbee specification 2.2.4.1.1).
 *
 * @param profileId 0x0104 Home Automation, 0x0000 ZDP, ...
 * @param destinationEndpoint ignored for a group
 * @param payload the application's octets: a ZCL or ZDP frame
 * @param acknowledged whether a unicast asks for an APS acknowledgement
 */
public record ApsRequest(
    Destination destination,
    int profileId,
    int clusterId,
    int sourceEndpoint,
    int destinationEndpoint,
    Octets payload,
    boolean acknowledged) {

  /** Where a frame goes. */
  public sealed interface Destination {

    /** One node, by its network address. */
    record Unicast(int networkAddress) implements Destination {}

    /** The members of a group. */
    record Group(int groupId) implements Destination {}

    /**
     * Many nodes.
     *
     * @param networkAddress 0xFFFF all, 0xFFFD those that always listen, 0xFFFC routers
     */
    record Broadcast(int networkAddress) implements Destination {}
  }
}
