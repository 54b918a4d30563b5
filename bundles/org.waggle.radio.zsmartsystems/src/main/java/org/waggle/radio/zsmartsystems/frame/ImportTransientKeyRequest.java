package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.internal.serializer.EzspSerializer;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** {@code importTransientKey} (0x0111), the successor of {@code addTransientLinkKey} in EZSP 13. */
public final class ImportTransientKeyRequest extends EzspFrameRequest {

  static final int FRAME_ID = 0x0111;

  /** In place of a device: the key is for any device. */
  public static final IeeeAddress ANY_DEVICE = new IeeeAddress(-1);

  private final IeeeAddress device;
  private final Octets key;

  public ImportTransientKeyRequest(IeeeAddress device, Octets key) {
    frameId = FRAME_ID;
    this.device = device;
    this.key = key;
  }

  @Override
  public int[] serialize() {
    EzspSerializer serializer = new EzspSerializer();
    serializeHeader(serializer);
    serializer.serializeUInt8Array(Wire.littleEndian(device.value()));
    serializer.serializeUInt8Array(Wire.values(key));
    serializer.serializeUInt8(0); // flags: none
    return serializer.getPayload();
  }
}
