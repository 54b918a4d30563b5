package org.waggle.radio.ember.ash;

/**
 * The reject condition (UG101, 5.4): of all that follows a lost frame, one NAK asks for everything
 * again. When the first frame of that is lost too, its followers tell: their numbers begin anew,
 * and another NAK saves waiting for a time-out.
 */
final class Rejection {

  private boolean rejecting;
  private int lastAhead;

  /** The expected frame came. */
  void over() {
    rejecting = false;
    lastAhead = 0;
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
  boolean begins(int ahead) {
    boolean due = !rejecting || isNewRound(ahead);
    rejecting = true;
    if (ahead > 0) {
      lastAhead = ahead;
    }
    return due;
  }
}
