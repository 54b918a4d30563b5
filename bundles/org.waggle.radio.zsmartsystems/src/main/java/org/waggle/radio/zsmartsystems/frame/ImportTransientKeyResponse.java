package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;

/** The response to {@link ImportTransientKeyRequest}. */
public final class ImportTransientKeyResponse extends EzspFrameResponse {

  private final int status;

  public ImportTransientKeyResponse(int[] frame) {
    super(frame);
    status = deserializer.deserializeUInt32();
  }

  /** An {@code sl_status_t}; 0 is success. */
  public int status() {
    return status;
  }
}
