package org.waggle.simulator.air;

import org.waggle.zcl.Octets;

/**
 * An APS frame on the air.
 *
 * @param source the sender's network address
 * @param cast how {@code destination} is meant
 * @param destination a network address, a group or a broadcast address
 * @param counter the sender's running APS counter, 0..255
 * @param lqi the link quality with which it arrives, 0..255
 * @param payload a ZCL frame, or a ZDO frame when {@code profile} is 0
 */
public record ApsMessage(
    int source,
    Cast cast,
    int destination,
    int profile,
    int cluster,
    int sourceEndpoint,
    int destinationEndpoint,
    int counter,
    int lqi,
    Octets payload) {

  /** The three ways to address a frame. */
  public enum Cast {
    UNICAST,
    MULTICAST,
    BROADCAST
  }

  /** The profile of device objects, Zigbee's own housekeeping. */
  public static final int ZDO_PROFILE = 0;

  public static final int ALL_ENDPOINTS = 0xFF;

  /** Broadcast to everything, sleepers included. */
  public static final int TO_ALL = 0xFFFF;

  /** Broadcast to routers and the coordinator. */
  public static final int TO_ROUTERS = 0xFFFC;
}
