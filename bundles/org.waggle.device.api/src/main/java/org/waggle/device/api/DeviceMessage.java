package org.waggle.device.api;

import java.time.Instant;
import java.util.OptionalInt;
import org.waggle.zcl.ZclFrame;

/**
 * A ZCL frame from the device at hand.
 *
 * @param endpoint of the device that sent it
 * @param groupId the group it was sent to, if any
 * @param linkQuality 0..255
 */
public record DeviceMessage(
    int endpoint,
    OptionalInt groupId,
    int clusterId,
    ZclFrame frame,
    int linkQuality,
    Instant received) {}
