package org.waggle.radio.ember.ezsp;

/**
 * {@code EmberNetworkParameters}.
 *
 * @param extendedPanId 64 bits
 * @param radioTxPower dBm
 * @param radioChannel 11..26
 * @param joinMethod 0 by MAC association; meaningless to form
 * @param networkManagerId the network address of who resolves conflicts
 * @param channels a bit for each channel
 */
public record EmberNetworkParameters(
    long extendedPanId,
    int panId,
    int radioTxPower,
    int radioChannel,
    int joinMethod,
    int networkManagerId,
    int updateId,
    long channels) {

  /** All channels of the 2.4 GHz band: 11..26. */
  public static final long ALL_CHANNELS = 0x07FF_F800;

  void encode(EzspWriter to) {
    to.u64(extendedPanId)
        .u16(panId)
        .u8(radioTxPower)
        .u8(radioChannel)
        .u8(joinMethod)
        .u16(networkManagerId)
        .u8(updateId)
        .u32(channels);
  }

  static EmberNetworkParameters decode(EzspReader from) throws EzspFormatException {
    return new EmberNetworkParameters(
        from.u64(), from.u16(), from.s8(), from.u8(), from.u8(), from.u16(), from.u8(), from.u32());
  }
}
