package org.waggle.radio.ember.ezsp;

import java.util.Optional;
import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.IeeeAddress;

/**
 * {@code sl_zigbee_rx_packet_info_t}: what is known of the last hop of something received. Before
 * version 14 a frame had some of it as its own parameters.
 *
 * @param senderShortId 0xFFFE where the frame does not say
 * @param senderLongId if the frame says and the NCP knows
 * @param lastHopLqi 0..255
 * @param lastHopRssi dBm
 * @param lastHopTimestamp of the NCP's clock, ms; 0 before version 14
 */
public record RxPacketInfo(
    int senderShortId,
    Optional<IeeeAddress> senderLongId,
    int bindingIndex,
    int addressIndex,
    int lastHopLqi,
    int lastHopRssi,
    long lastHopTimestamp) {

  private static final int NONE = 0xFF;
  private static final int UNKNOWN_SHORT_ID = 0xFFFE;

  /** Where frames say LQI and RSSI, before version 14. */
  private static final ByVersion<Decoder<RxPacketInfo>> LAYOUT =
      ByVersion.<Decoder<RxPacketInfo>>since(
              8, from -> of(UNKNOWN_SHORT_ID, NONE, NONE, from.u8(), from.s8()))
          .then(
              14,
              from ->
                  new RxPacketInfo(
                      from.u16(),
                      known(from.eui64()),
                      from.u8(),
                      from.u8(),
                      from.u8(),
                      from.s8(),
                      from.u32()));

  static RxPacketInfo decode(EzspReader from) throws EzspFormatException {
    return LAYOUT.in(from.version()).decode(from);
  }

  static RxPacketInfo of(int shortId, int bindingIndex, int addressIndex, int lqi, int rssi) {
    return new RxPacketInfo(shortId, Optional.empty(), bindingIndex, addressIndex, lqi, rssi, 0);
  }

  private static Optional<IeeeAddress> known(IeeeAddress address) {
    return address.value() == 0 || address.value() == -1 ? Optional.empty() : Optional.of(address);
  }
}
