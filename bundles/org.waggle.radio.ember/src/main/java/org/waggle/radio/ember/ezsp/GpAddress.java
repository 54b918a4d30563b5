package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;

/**
 * {@code EmberGpAddress}: who a Green Power device is. Ten octets on the wire whatever it is.
 *
 * @param applicationId {@link #SOURCE_ID} or {@link #IEEE_ADDRESS}
 * @param id the source id, 32 bits, or the IEEE address
 * @param endpoint meaningless with a source id
 */
public record GpAddress(int applicationId, long id, int endpoint) {

  public static final int SOURCE_ID = 0;
  public static final int IEEE_ADDRESS = 2;

  public static GpAddress ofSourceId(long sourceId) {
    return new GpAddress(SOURCE_ID, sourceId, 0);
  }

  public static GpAddress ofIeeeAddress(IeeeAddress address, int endpoint) {
    return new GpAddress(IEEE_ADDRESS, address.value(), endpoint);
  }

  void encode(EzspWriter to) {
    to.u8(applicationId);
    if (applicationId == SOURCE_ID) {
      to.u32(id).u32(id);
    } else {
      to.u64(id);
    }
    to.u8(endpoint);
  }

  static GpAddress decode(EzspReader from) throws EzspFormatException {
    int applicationId = from.u8();
    long id = from.u64();
    return new GpAddress(
        applicationId, applicationId == SOURCE_ID ? id & 0xFFFF_FFFFL : id, from.u8());
  }
}
