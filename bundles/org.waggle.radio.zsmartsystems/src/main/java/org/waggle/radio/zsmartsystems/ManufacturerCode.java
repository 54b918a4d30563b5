package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetManufacturerCodeRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetManufacturerCodeResponse;
import org.waggle.zcl.IeeeAddress;

/**
 * The manufacturer code in the coordinator's node descriptor. Some devices by Lumi (Aqara) hide
 * features from coordinators that are not Lumi's, so it changes while such a device joins. For the
 * command thread.
 */
final class ManufacturerCode {

  private static final int SILICON_LABS = 0x1049;
  private static final int LUMI = 0x115F;

  private final Ezsp ezsp;
  private int current;

  ManufacturerCode(Ezsp ezsp) {
    this.ezsp = ezsp;
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
      EzspSetManufacturerCodeRequest request = new EzspSetManufacturerCodeRequest();
      request.setCode(code);
      ezsp.call(request, EzspSetManufacturerCodeResponse.class);
      current = code;
    }
  }
}
