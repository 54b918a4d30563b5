package org.waggle.radio.ember.ezsp;

/** A version of the protocol. What a coordinator says in its answer to {@code version}. */
public record EzspVersion(int number) {

  public static final int OLDEST = 8;
  public static final int NEWEST = 19;

  /**
   * @throws IllegalArgumentException outside of {@link #OLDEST}..{@link #NEWEST}
   */
  public EzspVersion {
    if (!isKnown(number)) {
      throw new IllegalArgumentException("EZSP " + number + " is not in " + OLDEST + ".." + NEWEST);
    }
  }

  public static boolean isKnown(int number) {
    return number >= OLDEST && number <= NEWEST;
  }

  public boolean atLeast(int other) {
    return number >= other;
  }

  @Override
  public String toString() {
    return "EZSP " + number;
  }
}
