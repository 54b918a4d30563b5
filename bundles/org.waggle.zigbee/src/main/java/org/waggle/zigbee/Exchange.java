package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.waggle.radio.api.ApsRequest;
import org.waggle.zigbee.api.ZclRequest.Patience;
import org.waggle.zigbee.api.ZigbeeException;

/** A request to one node and, where one is due, its answer. On the event thread only. */
abstract sealed class Exchange permits ZclExchange, ZdoExchange {

  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  private final Duration timeout;
  private final Patience patience;
  private final Instant deadline;

  Exchange(Duration timeout, Patience patience, Instant now) {
    this.timeout = timeout;
    this.patience = patience;
    Duration longest = LONGEST_PATIENCE;
    this.deadline =
        now.plus(patience.duration().compareTo(longest) < 0 ? patience.duration() : longest);
  }

  /**
   * The frame to send.
   *
   * @throws IllegalArgumentException if it cannot be encoded
   */
  abstract ApsRequest frame(int networkAddress, int sequence);

  /** Whether it is done only when the node answered, and not when the frame was delivered. */
  abstract boolean isAnswered();

  /** Whether it only asks for a sign of life and may wait for whatever else there is. */
  abstract boolean isPing();

  /** The frame was delivered and no answer is due. */
  abstract void delivered();

  abstract void fail(ZigbeeException failure);

  Duration timeout() {
    return timeout;
  }

  Optional<String> key() {
    return patience.key();
  }

  /** Until when it may wait for a sleeping node. */
  Instant deadline() {
    return deadline;
  }
}
