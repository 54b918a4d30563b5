package org.waggle.radio.ember.ash;

import java.util.concurrent.TimeUnit;

/**
 * The reject condition (UG101, 5.4): of all that follows a lost frame, one NAK asks for everything
 * again. When the first frame of that is lost too, its followers tell: their numbers begin anew,
 * and another NAK saves waiting for the other side's time-out. So does one that is repeated when
 * nothing comes: the first may be lost itself.
 */
final class Rejection {

  /** Longer than a window takes on a slow line, shorter than any time-out. */
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private static final int REPETITIONS = 3;

  private boolean rejecting;
  private int lastAhead;
  private int repetitions;
  private long repeatAt;

  /** The expected frame came. */
  void over() {
    rejecting = false;
    lastAhead = 0;
  }

  boolean isOn() {
    return rejecting;
  }

  /** Whether a frame sent again shows that the repetition lost its beginning as well. */
  boolean isNewRound(int ahead) {
    return rejecting && lastAhead > 0 && ahead <= lastAhead;
  }

  /**
   * Something is wrong; tells whether a NAK is due.
   *
   * @param ahead how many numbers ahead of the expected one a frame is; 0 for what is no such frame
   */
  boolean begins(int ahead, long now) {
    boolean due = !rejecting || isNewRound(ahead);
    if (!rejecting) {
      repetitions = 0;
    }
    if (due) {
      said(now);
    }
    rejecting = true;
    if (ahead > 0) {
      lastAhead = ahead;
    }
    return due;
  }

  private void said(long now) {
    repeatAt = now + (FIRST_PAUSE << repetitions);
  }

  /** When {@link #isRepeated} may say so. */
  long deadline() {
    return rejecting && repetitions < REPETITIONS ? repeatAt : AcknowledgeTimer.NEVER;
  }

  /** Whether the NAK is due again. */
  boolean isRepeated(long now) {
    if (now < deadline()) {
      return false;
    }
    repetitions++;
    said(now);
    return true;
  }
}
