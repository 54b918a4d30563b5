package org.waggle.radio.ember.ezsp;

import java.util.List;
import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Callbacks of UG100 chapters 8, 13 and 16 but for the messages themselves. */
public sealed interface MessagingCallback extends EzspCallback {

  /**
   * {@code pollHandler}: a child asked for its messages.
   *
   * @param transmitExpected since version 11; false before
   */
  record Poll(int childId, boolean transmitExpected) implements MessagingCallback {

    private static final ByVersion<Decoder<Poll>> LAYOUT =
        ByVersion.<Decoder<Poll>>since(8, from -> new Poll(from.u16(), false))
            .then(11, from -> new Poll(from.u16(), from.bool()));

    static Poll decode(EzspReader from) throws EzspFormatException {
      return LAYOUT.in(from.version()).decode(from);
    }
  }

  /**
   * {@code incomingRouteRecordHandler}.
   *
   * @param relays network addresses, the one nearest to the source first
   */
  record IncomingRouteRecord(
      int source, IeeeAddress sourceEui64, int lastHopLqi, int lastHopRssi, List<Integer> relays)
      implements MessagingCallback {

    public IncomingRouteRecord {
      relays = List.copyOf(relays);
    }

    static IncomingRouteRecord decode(EzspReader from) throws EzspFormatException {
      return new IncomingRouteRecord(
          from.u16(), from.eui64(), from.u8(), from.s8(), from.u16s(from.u8()));
    }
  }

  /** {@code incomingManyToOneRouteRequestHandler}: another concentrator is on the network. */
  record IncomingManyToOneRouteRequest(int source, IeeeAddress sourceEui64, int cost)
      implements MessagingCallback {

    static IncomingManyToOneRouteRequest decode(EzspReader from) throws EzspFormatException {
      return new IncomingManyToOneRouteRequest(from.u16(), from.eui64(), from.u8());
    }
  }

  /** {@code incomingRouteErrorHandler}. */
  record IncomingRouteError(EzspStatus status, int target) implements MessagingCallback {}

  /**
   * {@code incomingNetworkStatusHandler}.
   *
   * @param errorCode the network status command's code (Zigbee specification 3.4.3.3.1)
   */
  record IncomingNetworkStatus(int errorCode, int target) implements MessagingCallback {}

  /** {@code idConflictHandler}: two nodes have this network address. */
  record IdConflict(int nodeId) implements MessagingCallback {}

  /**
   * {@code incomingSenderEui64Handler}: of the message that follows. Version 14 has {@link
   * RxPacketInfo} instead, and later ones give the id to another callback.
   */
  record IncomingSenderEui64(IeeeAddress sender) implements MessagingCallback {

    static final int FRAME_ID = 0x0062;

    private static final ByVersion<Decoder<EzspCallback>> LAYOUT =
        ByVersion.<Decoder<EzspCallback>>since(8, from -> new IncomingSenderEui64(from.eui64()))
            .then(14, from -> new Unknown(FRAME_ID, from.rest()));

    static EzspCallback decode(EzspReader from) throws EzspFormatException {
      return LAYOUT.in(from.version()).decode(from);
    }
  }

  /**
   * {@code macFilterMatchMessageHandler}: an inter-PAN frame, whole, from its MAC header on.
   *
   * @param filter an index, 8 bits, before version 18; the filter's value, 16 bits, since
   */
  record MacFilterMatch(int filter, int legacyType, RxPacketInfo packetInfo, Octets message)
      implements MessagingCallback {

    private static final ByVersion<Decoder<MacFilterMatch>> LAYOUT =
        ByVersion.<Decoder<MacFilterMatch>>since(
                8,
                from ->
                    new MacFilterMatch(
                        from.u8(), from.u8(), RxPacketInfo.decode(from), from.counted()))
            .then(
                18,
                from ->
                    new MacFilterMatch(
                        from.u16(), from.u8(), RxPacketInfo.decode(from), from.counted()));

    static MacFilterMatch decode(EzspReader from) throws EzspFormatException {
      return LAYOUT.in(from.version()).decode(from);
    }
  }

  /** {@code macPassthroughMessageHandler}. */
  record MacPassthrough(int type, RxPacketInfo packetInfo, Octets message)
      implements MessagingCallback {

    static MacPassthrough decode(EzspReader from) throws EzspFormatException {
      return new MacPassthrough(from.u8(), RxPacketInfo.decode(from), from.counted());
    }
  }

  /**
   * {@code rawTransmitCompleteHandler}: what became of a raw message.
   *
   * @param message since version 14; empty before
   */
  record RawTransmitComplete(EzspStatus status, Octets message) implements MessagingCallback {

    private static final ByVersion<Decoder<RawTransmitComplete>> LAYOUT =
        ByVersion.<Decoder<RawTransmitComplete>>since(
                8, from -> new RawTransmitComplete(from.emberStatus(), Octets.EMPTY))
            .then(
                14,
                from -> {
                  Octets message = from.counted();
                  return new RawTransmitComplete(from.emberStatus(), message);
                });

    static RawTransmitComplete decode(EzspReader from) throws EzspFormatException {
      return LAYOUT.in(from.version()).decode(from);
    }
  }

  /** {@code incomingBootloadMessageHandler}. */
  record IncomingBootloadMessage(IeeeAddress sender, RxPacketInfo packetInfo, Octets message)
      implements MessagingCallback {

    static IncomingBootloadMessage decode(EzspReader from) throws EzspFormatException {
      return new IncomingBootloadMessage(from.eui64(), RxPacketInfo.decode(from), from.counted());
    }
  }

  /** {@code dGpSentHandler}: a Green Power frame was sent, or was kept too long. */
  record DGpSent(EzspStatus status, int gpepHandle) implements MessagingCallback {}
}
