package org.waggle.simulator.ash;

import java.util.random.RandomGenerator;

/** Whether something that goes wrong now and then goes wrong now. */
public final class Chance {

  private final RandomGenerator random;
  private int remaining;
  private double rate;

  /** Nothing goes wrong until it is {@link #set}. */
  public Chance(RandomGenerator random) {
    this.random = random;
  }

  /** The next {@code count} times it does, and of all others the share {@code share} (0..1). */
  public void set(int count, double share) {
    if (count < 0 || share < 0 || share > 1) {
      throw new IllegalArgumentException("a count is not negative, a rate is 0..1");
    }
    remaining = count;
    rate = share;
  }

  /** Whether it may ever strike, as it is set now. */
  public boolean isPossible() {
    return remaining > 0 || rate > 0;
  }

  public boolean strikes() {
    if (remaining > 0) {
      remaining--;
      return true;
    }
    return rate > 0 && random.nextDouble() < rate;
  }
}
