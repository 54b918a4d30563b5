package org.waggle.radio.ember.ash;

import java.time.Duration;
import java.util.List;

/**
 * Numbers that UG101 leaves to the host.
 *
 * @param window how many DATA frames may be unacknowledged, 1..7 (TX_K)
 * @param firstWait for an acknowledgement, until it is known how fast the other side is
 * @param shortestWait for an acknowledgement
 * @param longestWait for an acknowledgement
 * @param silences so many waits in a row without hearing anything end the link
 * @param stalls so many waits in a row without an acknowledgement end the link, though other frames
 *     come
 * @param resetWaits how long to wait for the answer to a reset: for the first, the second, ...
 */
public record AshSettings(
    int window,
    Duration firstWait,
    Duration shortestWait,
    Duration longestWait,
    int silences,
    int stalls,
    List<Duration> resetWaits) {

  /**
   * For a coordinator as it is met in the field. The first reset waits for a chip that boots; one
   * that had to be woken by the first octets answers the second.
   */
  public static final AshSettings USUAL =
      new AshSettings(
          5,
          Duration.ofMillis(800),
          Duration.ofMillis(400),
          Duration.ofMillis(2_400),
          5,
          20,
          List.of(Duration.ofMillis(1_500), Duration.ofMillis(2_500), Duration.ofMillis(3_200)));

  public AshSettings {
    if (window < 1 || window > 7) {
      throw new IllegalArgumentException("A window of " + window + " is not in 1..7");
    }
    resetWaits = List.copyOf(resetWaits);
  }

  /** The same but for the resets. */
  public AshSettings withResetWaits(List<Duration> waits) {
    return new AshSettings(window, firstWait, shortestWait, longestWait, silences, stalls, waits);
  }

  /** The same but for the window. */
  public AshSettings withWindow(int frames) {
    return new AshSettings(
        frames, firstWait, shortestWait, longestWait, silences, stalls, resetWaits);
  }
}
