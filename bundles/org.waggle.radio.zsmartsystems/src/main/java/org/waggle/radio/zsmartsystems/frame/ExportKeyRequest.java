package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.internal.serializer.EzspSerializer;

/** {@code exportKey} (0x0114) of the network key in use. */
public final class ExportKeyRequest extends EzspFrameRequest {

  static final int FRAME_ID = 0x0114;

  private static final int NETWORK_KEY = 1;
  private static final int CCM_STAR_4_BYTE_TAG = 0x05440100;

  public ExportKeyRequest() {
    frameId = FRAME_ID;
  }

  @Override
  public int[] serialize() {
    EzspSerializer serializer = new EzspSerializer();
    serializeHeader(serializer);
    serializer.serializeUInt8(NETWORK_KEY);
    serializer.serializeUInt8(0); // index: the active key
    serializer.serializeUInt16(0); // derived type: none
    serializer.serializeUInt8Array(new int[8]); // device: none
    serializer.serializeUInt8(0); // network index
    serializer.serializeUInt8(0); // flags: none
    serializer.serializeUInt32(CCM_STAR_4_BYTE_TAG);
    return serializer.getPayload();
  }
}
