package org.waggle.radio.ember.ezsp;

import java.util.Optional;
import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.Octets;

/**
 * {@code gpepIncomingMessageHandler}: a Green Power data frame.
 *
 * @param status {@code EmberGpStatus}: 0 is fine, in every version 8 bits
 * @param gpdLink RSSI and LQI as the Green Power specification packs them
 * @param proxyTableIndex 0xFF if the device is not in the proxy table
 * @param packetInfo since version 16
 */
public record GpepIncomingMessage(
    int status,
    int gpdLink,
    int sequence,
    GpAddress address,
    int securityLevel,
    int securityKeyType,
    boolean autoCommissioning,
    int bidirectionalInfo,
    long frameCounter,
    int commandId,
    long mic,
    int proxyTableIndex,
    Octets payload,
    Optional<RxPacketInfo> packetInfo)
    implements EzspCallback {

  static final int FRAME_ID = 0x00C5;

  private static final ByVersion<Decoder<Optional<RxPacketInfo>>> PACKET_INFO =
      ByVersion.<Decoder<Optional<RxPacketInfo>>>since(8, from -> Optional.empty())
          .then(16, GpepIncomingMessage::decodePacketInfo);

  static GpepIncomingMessage decode(EzspReader from) throws EzspFormatException {
    return new GpepIncomingMessage(
        from.u8(),
        from.u8(),
        from.u8(),
        GpAddress.decode(from),
        from.u8(),
        from.u8(),
        from.bool(),
        from.u8(),
        from.u32(),
        from.u8(),
        from.u32(),
        from.u8(),
        from.counted(),
        PACKET_INFO.in(from.version()).decode(from));
  }

  /** Hosts differ on whether version 16 has it. */
  private static Optional<RxPacketInfo> decodePacketInfo(EzspReader from)
      throws EzspFormatException {
    return from.remaining() == 0 ? Optional.empty() : Optional.of(RxPacketInfo.decode(from));
  }
}
