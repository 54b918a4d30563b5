package org.waggle.radio.api;

import java.time.Duration;
import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * A Green Power data frame for a device, sent when the device is next heard and listens (Green
 * Power specification, A.1.5.2).
 *
 * @param sourceId of a device without an IEEE address; 0 otherwise
 * @param ieeeAddress of a device that has one
 * @param endpoint meaningless without an IEEE address
 * @param commandId GPD command
 * @param lifetime how long the coordinator keeps it, up to 65 s; zero takes back what it keeps
 */
public record GreenPowerRequest(
    long sourceId,
    Optional<IeeeAddress> ieeeAddress,
    int endpoint,
    int commandId,
    Octets payload,
    Duration lifetime) {}
