package org.waggle.radio.api;

import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * A frame outside of the network (Zigbee Light Link, inter-PAN transmission).
 *
 * @param channel 11..26
 * @param destination empty for a broadcast
 */
public record InterPanRequest(
    int channel, Optional<IeeeAddress> destination, int profileId, int clusterId, Octets payload) {}
