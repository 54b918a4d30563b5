package org.waggle.simulator.ash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What is wrong with one direction of a line. Frames are as on the line, with their flag. */
public final class LineFaults {

  /** What happens to frames, or to single bytes. */
  public enum Kind {
    LOSE,
    /** One bit is wrong: a CRC finds that for certain. */
    CORRUPT,
    DUPLICATE,
    /** The line stands still: what comes after such a frame waits as well. */
    DELAY,
    /** A frame arrives after the next one. */
    REORDER,
    LOSE_BYTES,
    /** Any other bytes: one of 65,536 frames passes for a good one. */
    CORRUPT_BYTES
  }

  private final RandomGenerator random;
  private final Map<Kind, Chance> chances = new EnumMap<>(Kind.class);
  private Duration delay = Duration.ofMillis(50);
  private boolean possible;

  public LineFaults(RandomGenerator random) {
    this.random = random;
    for (Kind kind : Kind.values()) {
      chances.put(kind, new Chance(random));
    }
  }

  /** Does {@code kind} to the next {@code count}, and of the others to the share {@code rate}. */
  public void set(Kind kind, int count, double rate) {
    chance(kind).set(count, rate);
    possible = chances.values().stream().anyMatch(Chance::isPossible);
  }

  /** How long {@link Kind#DELAY} lasts. */
  public void delay(Duration duration) {
    delay = duration;
  }

  Duration delay() {
    return delay;
  }

  boolean arePossible() {
    return possible;
  }

  boolean strike(Kind kind) {
    return chance(kind).strikes();
  }

  private Chance chance(Kind kind) {
    Chance chance = chances.get(kind);
    if (chance == null) {
      throw new IllegalStateException("each kind has its chance");
    }
    return chance;
  }

  /** Flips one bit, such that the frame still begins and ends where it did. */
  void corrupt(byte[] frame) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < frame.length; i++) {
      if (!Stuffing.isReserved(frame[i] & 0xFF)) {
        candidates.add(i);
      }
    }
    if (candidates.isEmpty()) {
      return;
    }
    int at = candidates.get(random.nextInt(candidates.size()));
    int first = random.nextInt(8);
    for (int i = 0; i < 8; i++) {
      int damaged = (frame[at] & 0xFF) ^ 1 << (first + i) % 8;
      if (!Stuffing.isReserved(damaged)) {
        frame[at] = (byte) damaged;
        return;
      }
    }
  }

  /** The bytes that arrive, with the noise there is. */
  byte[] noisy(byte[] frame) {
    Chance loses = chance(Kind.LOSE_BYTES);
    Chance corrupts = chance(Kind.CORRUPT_BYTES);
    if (!loses.isPossible() && !corrupts.isPossible()) {
      return frame;
    }
    byte[] arriving = new byte[frame.length];
    int size = 0;
    for (byte value : frame) {
      if (!loses.strikes()) {
        arriving[size++] = corrupts.strikes() ? (byte) random.nextInt(256) : value;
      }
    }
    byte[] result = new byte[size];
    System.arraycopy(arriving, 0, result, 0, size);
    return result;
  }
}
