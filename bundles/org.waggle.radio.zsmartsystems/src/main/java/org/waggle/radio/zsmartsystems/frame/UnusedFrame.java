package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;

/** A frame that this radio has no use for. Only its header is read, so it is never malformed. */
public final class UnusedFrame extends EzspFrameResponse {

  public UnusedFrame(int[] frame) {
    super(frame);
  }
}
