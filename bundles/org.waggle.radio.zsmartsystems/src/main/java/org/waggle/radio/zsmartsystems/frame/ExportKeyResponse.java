package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import org.waggle.zcl.Octets;

/** The response to {@link ExportKeyRequest}; EZSP 14 swaps its two fields. */
public final class ExportKeyResponse extends EzspFrameResponse {

  private final Octets key;
  private final int status;

  public ExportKeyResponse(int[] frame) {
    super(frame);
    key = Octets.of(deserializer.deserializeUInt8Array(16));
    status = deserializer.deserializeUInt32();
  }

  public Octets key() {
    return key;
  }

  /** An {@code sl_status_t}; 0 is success. */
  public int status() {
    return status;
  }
}
