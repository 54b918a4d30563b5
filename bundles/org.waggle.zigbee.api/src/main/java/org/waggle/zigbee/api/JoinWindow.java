package org.waggle.zigbee.api;

import java.time.Instant;
import java.util.Optional;
import org.waggle.zcl.IeeeAddress;

/**
 * A time in which devices may join.
 *
 * @param through the only router to join through; empty for all
 */
public record JoinWindow(Instant end, Optional<IeeeAddress> through) {}
