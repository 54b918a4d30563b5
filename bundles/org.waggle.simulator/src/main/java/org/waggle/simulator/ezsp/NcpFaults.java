package org.waggle.simulator.ezsp;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.waggle.simulator.ash.Chance;

/** What is wrong with an NCP: it restarts in the middle of a request, or has no room. */
public final class NcpFaults {

  private static final int ANY = -1;
  private static final int NONE = 0;

  private final Random seeds;
  private final Chance resets;
  private final Chance duplicates;
  private int resetAt = ANY;
  private boolean silently;
  private int room;
  private boolean overflown;

  NcpFaults(long seed) {
    seeds = new Random(seed);
    resets = new Chance(random());
    duplicates = new Chance(random());
  }

  /** A generator of its own for each kind of fault, so that one does not change another. */
  final RandomGenerator random() {
    return new Random(seeds.nextLong());
  }

  /** Messages of devices that the host gets twice. */
  public Chance duplicateMessages() {
    return duplicates;
  }

  /**
   * Restarts instead of answering the next {@code count} commands, and of the others the share
   * {@code rate}.
   *
   * @param silent no RSTACK tells of it
   */
  public void resetInsteadOfAnswering(int count, double rate, boolean silent) {
    resetAt = ANY;
    silently = silent;
    resets.set(count, rate);
  }

  /** Restarts instead of answering the next command with this frame id. */
  public void resetInsteadOfAnswering(int frameId, boolean silent) {
    resetAt = frameId;
    silently = silent;
    resets.set(1, 0);
  }

  /** Loses callbacks beyond so many that wait for the host; 0: none. */
  public void room(int callbacks) {
    room = callbacks;
  }

  boolean resetsInsteadOf(int frameId) {
    return resets.isPossible() && (resetAt == ANY || resetAt == frameId) && resets.strikes();
  }

  boolean resetsSilently() {
    return silently;
  }

  /** Whether the next callback is lost. */
  boolean hasNoRoom(int waiting) {
    boolean full = room != NONE && waiting >= room;
    overflown |= full;
    return full;
  }

  /** Whether something was lost since the last call. */
  boolean takeOverflow() {
    boolean was = overflown;
    overflown = false;
    return was;
  }

  void clear() {
    overflown = false;
  }
}
