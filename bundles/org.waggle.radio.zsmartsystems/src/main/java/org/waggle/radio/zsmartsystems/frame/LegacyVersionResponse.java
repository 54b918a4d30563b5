package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;

/**
 * The response to {@link LegacyVersionRequest}: sequence, frame control 0x80, frame id 0x00,
 * protocol version, stack type, stack version.
 *
 * <p>The library reads every frame with the header of EZSP 8 and above, where version and stack
 * type come to stand at the frame id. No frame has the ids 0x0200 to 0x02FF, so {@link #FRAME_IDS}
 * tells such a response from all others.
 */
public final class LegacyVersionResponse extends EzspFrameResponse {

  /** Seeming frame id of a response by a mesh stack (type 2) of EZSP version 0. */
  public static final int FRAME_IDS = 0x0200;

  public LegacyVersionResponse(int[] frame) {
    super(frame);
  }

  /** The EZSP version that the coordinator speaks. */
  public int protocolVersion() {
    return frameId - FRAME_IDS;
  }
}
