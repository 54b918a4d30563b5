package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;

/** The response to {@link SetChannelRequest}. */
public final class SetChannelResponse extends EzspFrameResponse {

  private final EmberStatus status;

  public SetChannelResponse(int[] frame) {
    super(frame);
    status = deserializer.deserializeEmberStatus();
  }

  public EmberStatus status() {
    return status;
  }
}
