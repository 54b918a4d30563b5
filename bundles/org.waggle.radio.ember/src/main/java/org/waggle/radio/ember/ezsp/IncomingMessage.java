package org.waggle.radio.ember.ezsp;

import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.Octets;

/**
 * {@code incomingMessageHandler}: a message of another node.
 *
 * @param type {@link MessageType#INCOMING_UNICAST} and siblings
 */
public record IncomingMessage(int type, ApsFrame apsFrame, RxPacketInfo packetInfo, Octets message)
    implements EzspCallback {

  static final int FRAME_ID = 0x0045;

  private static final ByVersion<Decoder<IncomingMessage>> LAYOUT =
      ByVersion.<Decoder<IncomingMessage>>since(
              8,
              from -> {
                int type = from.u8();
                ApsFrame apsFrame = ApsFrame.decode(from);
                int lqi = from.u8();
                int rssi = from.s8();
                int sender = from.u16();
                int bindingIndex = from.u8();
                int addressIndex = from.u8();
                return new IncomingMessage(
                    type,
                    apsFrame,
                    RxPacketInfo.of(sender, bindingIndex, addressIndex, lqi, rssi),
                    from.counted());
              })
          .then(
              14,
              from ->
                  new IncomingMessage(
                      from.u8(), ApsFrame.decode(from), RxPacketInfo.decode(from), from.counted()));

  static IncomingMessage decode(EzspReader from) throws EzspFormatException {
    return LAYOUT.in(from.version()).decode(from);
  }
}
