package org.waggle.zigbee.api;

import java.time.Instant;
import java.util.OptionalInt;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.ZclFrame;

/**
 * A ZCL frame of a known node.
 *
 * @param node who sent it
 * @param endpoint of the node, 0..255
 * @param groupId the group it was sent to; empty if it was sent to the coordinator or to all
 * @param linkQuality 0..255
 * @param rssi dBm
 */
public record ZclMessage(
    IeeeAddress node,
    int endpoint,
    OptionalInt groupId,
    int clusterId,
    ZclFrame frame,
    int linkQuality,
    int rssi,
    Instant received) {}
