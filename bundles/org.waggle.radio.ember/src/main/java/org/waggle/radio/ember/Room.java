package org.waggle.radio.ember;

/**
 * How many unicasts the coordinator has room for: what it says, unless it turns out to be less;
 * then carefully more again.
 */
final class Room {

  /** Of the smallest coordinators. */
  private static final int SMALLEST_LIMIT = 10;

  private int limit = SMALLEST_LIMIT;
  private int room = SMALLEST_LIMIT;
  private int freed;

  /** What the coordinator says. */
  void limit(int unicasts) {
    limit = Math.max(1, unicasts);
    room = limit;
  }

  int now() {
    return room;
  }

  /** There was no room for one more. */
  void exceeded(int inFlight) {
    room = Math.max(1, Math.min(room, inFlight));
    freed = 0;
  }

  /** The coordinator is done with one. */
  void freed() {
    if (room < limit && ++freed >= 2 * room) {
      freed = 0;
      room++;
    }
  }
}
