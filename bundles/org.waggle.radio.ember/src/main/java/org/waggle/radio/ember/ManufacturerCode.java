package org.waggle.radio.ember;

import org.waggle.radio.ember.ezsp.NetworkingFrames.SetManufacturerCode;
import org.waggle.zcl.IeeeAddress;

/**
 * The manufacturer code in the coordinator's node descriptor. Some devices by Lumi (Aqara) hide
 * features from coordinators that are not Lumi's, so it changes while such a device joins.
 */
final class ManufacturerCode {

  private static final int SILICON_LABS = 0x1049;
  private static final int LUMI = 0x115F;

  private final Ncp ncp;
  private int current;

  ManufacturerCode(Ncp ncp) {
    this.ncp = ncp;
  }

  /** The coordinator was reset, and has none. */
  void begin() {
    current = 0;
    reset();
  }

  void reset() {
    set(SILICON_LABS);
  }

  /** Becomes what {@code device}, which just came, expects. */
  void adapt(IeeeAddress device) {
    set(expected(device));
  }

  /** Organisations by the first three bytes of their devices' addresses. */
  private static int expected(IeeeAddress device) {
    int organisation = (int) (device.value() >>> 40);
    return organisation == 0x54EF44 || organisation == 0x04CF8C ? LUMI : SILICON_LABS;
  }

  private void set(int code) {
    if (code != current) {
      current = code;
      ncp.attempt(new SetManufacturerCode(code), "Setting the manufacturer code")
          .exceptionally(failure -> false);
    }
  }
}
