package org.waggle.simulator.device;

import org.waggle.simulator.air.ApsMessage;

/**
 * A frame that reached a device.
 *
 * @param at microseconds since 1970
 */
public record ReceivedFrame(long at, ApsMessage message) {}
