package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;

/** Callbacks of UG100 chapter 6. */
public sealed interface NetworkingCallback extends EzspCallback {

  /** {@code stackStatusHandler}: the network came up, went down, opened, closed, changed. */
  record StackStatus(EzspStatus status) implements NetworkingCallback {}

  /**
   * {@code energyScanResultHandler}.
   *
   * @param maxRssi dBm
   */
  record EnergyScanResult(int channel, int maxRssi) implements NetworkingCallback {}

  /**
   * {@code scanCompleteHandler}.
   *
   * @param channel that the scan failed on; meaningless if it did not
   */
  record ScanComplete(int channel, EzspStatus status) implements NetworkingCallback {}

  /** {@code networkFoundHandler}: a beacon heard by an active scan. */
  record NetworkFound(
      int channel,
      int panId,
      long extendedPanId,
      boolean allowingJoin,
      int stackProfile,
      int nwkUpdateId,
      int lastHopLqi,
      int lastHopRssi)
      implements NetworkingCallback {

    static NetworkFound decode(EzspReader from) throws EzspFormatException {
      return new NetworkFound(
          from.u8(),
          from.u16(),
          from.u64(),
          from.bool(),
          from.u8(),
          from.u8(),
          from.u8(),
          from.s8());
    }
  }

  /**
   * {@code childJoinHandler}: a child of the coordinator itself joined or left.
   *
   * @param childType {@code EmberNodeType}: 2 router, 3 end device, 4 sleepy end device
   */
  record ChildJoin(int index, boolean joining, int childId, IeeeAddress childEui64, int childType)
      implements NetworkingCallback {

    static ChildJoin decode(EzspReader from) throws EzspFormatException {
      return new ChildJoin(from.u8(), from.bool(), from.u16(), from.eui64(), from.u8());
    }
  }
}
