package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;

/**
 * {@code version} (0x0000) with the header of EZSP 4: what a coordinator of any version understands
 * as its first command.
 */
public final class LegacyVersionRequest extends EzspFrameRequest {

  private final int desiredVersion;

  public LegacyVersionRequest(int desiredVersion) {
    this.desiredVersion = desiredVersion;
  }

  @Override
  public int[] serialize() {
    return new int[] {sequenceNumber, 0x00, 0x00, desiredVersion};
  }
}
