package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspNetworkInitRequest;
import com.zsmartsystems.zigbee.dongle.ember.internal.serializer.EzspSerializer;

/** {@code networkInit} (0x0017) with the bit mask that EZSP 6 added; the library sends none. */
public final class NetworkInitRequest extends EzspFrameRequest {

  /** Store the parent in a token, rejoin as an end device on reboot. */
  private static final int BITMASK = 0x0003;

  public NetworkInitRequest() {
    frameId = EzspNetworkInitRequest.FRAME_ID;
  }

  @Override
  public int[] serialize() {
    EzspSerializer serializer = new EzspSerializer();
    serializeHeader(serializer);
    serializer.serializeUInt16(BITMASK);
    return serializer.getPayload();
  }
}
