package org.waggle.radio.ember.ezsp;

import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.Octets;

/**
 * {@code messageSentHandler}: what became of a message.
 *
 * @param type {@link MessageType#DIRECT} and siblings
 * @param tag of the request that sent it
 * @param message empty unless the policy asks for it
 */
public record MessageSent(
    EzspStatus status, int type, int indexOrDestination, ApsFrame apsFrame, int tag, Octets message)
    implements EzspCallback {

  static final int FRAME_ID = 0x003F;

  private static final ByVersion<Decoder<MessageSent>> LAYOUT =
      ByVersion.<Decoder<MessageSent>>since(
              8,
              from -> {
                int type = from.u8();
                int indexOrDestination = from.u16();
                ApsFrame apsFrame = ApsFrame.decode(from);
                int tag = from.tag();
                EzspStatus status = from.emberStatus();
                return new MessageSent(
                    status, type, indexOrDestination, apsFrame, tag, from.countedIfAny());
              })
          .then(
              14,
              from ->
                  new MessageSent(
                      from.emberStatus(),
                      from.u8(),
                      from.u16(),
                      ApsFrame.decode(from),
                      from.tag(),
                      from.countedIfAny()));

  static MessageSent decode(EzspReader from) throws EzspFormatException {
    return LAYOUT.in(from.version()).decode(from);
  }
}
