package org.waggle.zigbee.api;

import org.waggle.zcl.IeeeAddress;

/** One endpoint of one node. */
public record EndpointAddress(IeeeAddress node, int endpoint) {}
