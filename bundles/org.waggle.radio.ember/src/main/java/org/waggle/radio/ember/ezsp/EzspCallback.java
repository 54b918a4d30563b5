package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.Octets;

/**
 * What the NCP tells unasked. The two of every message come first: what follows is in the order of
 * UG100's chapters.
 */
public sealed interface EzspCallback
    permits IncomingMessage,
        MessageSent,
        GpepIncomingMessage,
        EzspCallback.Unknown,
        NetworkingCallback,
        MessagingCallback,
        SecurityCallback,
        UtilityCallback {

  /**
   * Reads a callback; one that is not in the table becomes {@link Unknown}.
   *
   * @throws EzspFormatException if its parameters are not what its id says
   */
  static EzspCallback decode(EzspVersion version, EzspFrame frame) throws EzspFormatException {
    EzspReader from = frame.reader(version);
    return switch (frame.frameId()) {
      case IncomingMessage.FRAME_ID -> IncomingMessage.decode(from);
      case MessageSent.FRAME_ID -> MessageSent.decode(from);

      case 0x000D -> new UtilityCallback.StackTokenChanged(from.u16());
      case 0x00F2 -> new UtilityCallback.CounterRollover(from.u8());

      case 0x0019 -> new NetworkingCallback.StackStatus(from.emberStatus());
      case 0x001B -> NetworkingCallback.NetworkFound.decode(from);
      case 0x001C -> new NetworkingCallback.ScanComplete(from.u8(), from.emberStatus());
      case 0x0023 -> NetworkingCallback.ChildJoin.decode(from);
      case 0x0048 -> new NetworkingCallback.EnergyScanResult(from.u8(), from.s8());

      case 0x0044 -> MessagingCallback.Poll.decode(from);
      case 0x0046 -> MessagingCallback.MacFilterMatch.decode(from);
      case 0x0059 -> MessagingCallback.IncomingRouteRecord.decode(from);
      case MessagingCallback.IncomingSenderEui64.FRAME_ID ->
          MessagingCallback.IncomingSenderEui64.decode(from);
      case 0x007C -> new MessagingCallback.IdConflict(from.u16());
      case 0x007D -> MessagingCallback.IncomingManyToOneRouteRequest.decode(from);
      case 0x0080 -> new MessagingCallback.IncomingRouteError(from.emberStatus(), from.u16());
      case 0x0092 -> MessagingCallback.IncomingBootloadMessage.decode(from);
      case 0x0097 -> MessagingCallback.MacPassthrough.decode(from);
      case 0x0098 -> MessagingCallback.RawTransmitComplete.decode(from);
      case 0x00C4 -> new MessagingCallback.IncomingNetworkStatus(from.u8(), from.u16());

      case 0x0024 -> SecurityCallback.TrustCenterJoin.decode(from);
      case 0x006E -> new SecurityCallback.SwitchNetworkKey(from.u8());
      case 0x009B -> new SecurityCallback.ZigbeeKeyEstablishment(from.eui64(), from.u8());

      case GpepIncomingMessage.FRAME_ID -> GpepIncomingMessage.decode(from);
      case 0x00C7 -> new MessagingCallback.DGpSent(from.emberStatus(), from.u8());

      default -> new Unknown(frame.frameId(), frame.parameters());
    };
  }

  /** One that Waggle does not use. */
  record Unknown(int frameId, Octets parameters) implements EzspCallback {}
}
