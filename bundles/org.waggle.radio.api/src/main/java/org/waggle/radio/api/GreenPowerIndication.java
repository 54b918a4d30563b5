package org.waggle.radio.api;

import java.util.Optional;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * A Green Power data frame (Green Power specification, A.1.4).
 *
 * @param sourceId of a device without an IEEE address; 0 otherwise
 * @param ieeeAddress of a device that has one
 * @param listens whether the device listens for a moment after it sent (RxAfterTx)
 * @param commandId GPD command
 * @param sequence MAC sequence number of the frame, 0..255
 * @param securityLevel 0..3
 * @param securityKeyType 0..7
 */
public record GreenPowerIndication(
    long sourceId,
    Optional<IeeeAddress> ieeeAddress,
    int endpoint,
    int sequence,
    int securityLevel,
    int securityKeyType,
    boolean autoCommissioning,
    boolean listens,
    long frameCounter,
    int commandId,
    long mic,
    Octets payload,
    int lqi) {}
