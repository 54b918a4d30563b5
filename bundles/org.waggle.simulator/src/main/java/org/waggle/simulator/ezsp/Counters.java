package org.waggle.simulator.ezsp;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** EmberCounterType: what the stack counts, 16 bits each. */
final class Counters {

  static final int MAC_RX_BROADCAST = 0;
  static final int MAC_RX_UNICAST = 2;
  static final int MAC_TX_UNICAST_SUCCESS = 3;
  static final int MAC_TX_UNICAST_FAILED = 5;
  static final int APS_RX_BROADCAST = 6;
  static final int APS_TX_BROADCAST = 7;
  static final int APS_RX_UNICAST = 8;
  static final int APS_TX_UNICAST_SUCCESS = 9;
  static final int APS_TX_UNICAST_FAILED = 11;
  static final int JOIN_INDICATION = 16;
  static final int NO_BUFFER = 27;

  private static final int MAX = 0xFFFF;

  private final int[] values;
  private final int[] thresholds;
  private final IntConsumer rollover;

  /** {@code rollover} hears of a counter that begins again. */
  Counters(EzspVersion version, IntConsumer rollover) {
    this.values = new int[version.since(12) ? 42 : 41];
    this.thresholds = new int[values.length];
    this.rollover = rollover;
    resetThresholds();
  }

  void count(int counter) {
    if (values[counter] >= thresholds[counter]) {
      values[counter] = 0;
      rollover.accept(counter);
    } else {
      values[counter]++;
    }
  }

  void threshold(int counter, int threshold) {
    if (counter < thresholds.length) {
      thresholds[counter] = threshold;
    }
  }

  void resetThresholds() {
    Arrays.fill(thresholds, MAX);
  }

  void clear() {
    Arrays.fill(values, 0);
  }

  void write(EzspWriter out) {
    for (int value : values) {
      out.u16(value);
    }
  }
}
