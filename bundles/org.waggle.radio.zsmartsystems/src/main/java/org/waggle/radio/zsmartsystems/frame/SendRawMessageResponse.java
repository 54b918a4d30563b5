package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;

/** The response to {@link SendRawMessageRequest}. */
public final class SendRawMessageResponse extends EzspFrameResponse {

  private final EmberStatus status;

  public SendRawMessageResponse(int[] frame) {
    super(frame);
    status = deserializer.deserializeEmberStatus();
  }

  public EmberStatus status() {
    return status;
  }
}
