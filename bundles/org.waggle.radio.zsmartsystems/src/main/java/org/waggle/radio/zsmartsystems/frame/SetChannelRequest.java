package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.internal.serializer.EzspSerializer;

/** {@code setLogicalAndRadioChannel} (0x00B9): changes channel without telling the network. */
public final class SetChannelRequest extends EzspFrameRequest {

  static final int FRAME_ID = 0x00B9;

  private final int channel;

  public SetChannelRequest(int channel) {
    frameId = FRAME_ID;
    this.channel = channel;
  }

  @Override
  public int[] serialize() {
    EzspSerializer serializer = new EzspSerializer();
    serializeHeader(serializer);
    serializer.serializeUInt8(channel);
    return serializer.getPayload();
  }
}
