package org.waggle.simulator.ash;

import java.util.random.RandomGenerator;

/** Faults of one direction of a line: frames that arrive damaged or not at all. */
public final class LineFaults {

  private final RandomGenerator random;
  private int toDamage;
  private double damageRate;
  private int toLose;
  private double lossRate;

  public LineFaults(RandomGenerator random) {
    this.random = random;
  }

  /** Damages the next {@code count} frames, and of all frames the share {@code rate} (0..1). */
  public void damage(int count, double rate) {
    toDamage = count;
    damageRate = rate;
  }

  /** Loses the next {@code count} frames, and of all frames the share {@code rate} (0..1). */
  public void lose(int count, double rate) {
    toLose = count;
    lossRate = rate;
  }

  boolean loses() {
    if (toLose > 0) {
      toLose--;
      return true;
    }
    return lossRate > 0 && random.nextDouble() < lossRate;
  }

  /** Flips one bit of {@code frame} when it is this frame's turn. */
  void damage(byte[] frame, int length) {
    boolean chosen = toDamage > 0 || (damageRate > 0 && random.nextDouble() < damageRate);
    if (toDamage > 0) {
      toDamage--;
    }
    if (chosen && length > 0) {
      frame[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
    }
  }
}
