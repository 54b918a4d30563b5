package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.internal.serializer.EzspSerializer;
import org.waggle.zcl.Octets;

/** {@code sendRawMessageExtended} (0x0051): sends a MAC frame as it is. */
public final class SendRawMessageRequest extends EzspFrameRequest {

  static final int FRAME_ID = 0x0051;

  private static final int NORMAL_PRIORITY = 1;

  private final Octets macFrame;

  public SendRawMessageRequest(Octets macFrame) {
    frameId = FRAME_ID;
    this.macFrame = macFrame;
  }

  @Override
  public int[] serialize() {
    EzspSerializer serializer = new EzspSerializer();
    serializeHeader(serializer);
    serializer.serializeUInt8(macFrame.size());
    serializer.serializeUInt8Array(Wire.values(macFrame));
    serializer.serializeUInt8(NORMAL_PRIORITY);
    serializer.serializeBool(true); // listen before talking
    return serializer.getPayload();
  }
}
