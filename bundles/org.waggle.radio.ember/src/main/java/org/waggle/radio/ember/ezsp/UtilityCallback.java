package org.waggle.radio.ember.ezsp;

/** Callbacks of UG100 chapter 5. */
public sealed interface UtilityCallback extends EzspCallback {

  /** {@code stackTokenChangedHandler}: the stack wrote to its memory. */
  record StackTokenChanged(int tokenAddress) implements UtilityCallback {}

  /**
   * {@code counterRolloverHandler}: a counter passed the threshold set for it.
   *
   * @param type {@code EmberCounterType}
   */
  record CounterRollover(int type) implements UtilityCallback {}
}
