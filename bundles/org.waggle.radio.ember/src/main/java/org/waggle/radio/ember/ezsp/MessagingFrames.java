package org.waggle.radio.ember.ezsp;

import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.radio.ember.ezsp.EzspCommand.Encoder;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Requests of UG100 chapter 8: messages, groups and addresses. */
public final class MessagingFrames {

  private MessagingFrames() {}

  /**
   * What is said at once of a message that was handed over; {@link MessageSent} follows if the
   * status is OK.
   *
   * @param apsSequence the APS counter it was given
   */
  public record Sent(EzspStatus status, int apsSequence) {
    static Sent decode(EzspReader from) throws EzspFormatException {
      return new Sent(from.emberStatus(), from.u8());
    }
  }

  /**
   * {@code sendUnicast}.
   *
   * @param type {@link MessageType#DIRECT} and siblings
   * @param indexOrDestination the network address if direct
   * @param tag comes back with {@link MessageSent}: 8 bits before version 14, 16 bits since
   */
  public record SendUnicast(
      int type, int indexOrDestination, ApsFrame apsFrame, int tag, Octets message)
      implements EzspCommand<Sent> {

    @Override
    public int frameId() {
      return 0x0034;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(type).u16(indexOrDestination).aps(apsFrame).tag(tag).counted(message);
    }

    @Override
    public Sent decodeResponse(EzspReader from) throws EzspFormatException {
      return Sent.decode(from);
    }
  }

  /**
   * {@code sendBroadcast}, from this node's own address.
   *
   * @param radius hops; 0 for the stack's own
   * @param tag comes back with {@link MessageSent}: 8 bits before version 14, 16 bits since
   */
  public record SendBroadcast(
      int destination, ApsFrame apsFrame, int radius, int tag, Octets message)
      implements EzspCommand<Sent> {

    private static final ByVersion<Encoder<SendBroadcast>> REQUEST =
        ByVersion.<Encoder<SendBroadcast>>since(
                8,
                (it, to) ->
                    to.u16(it.destination)
                        .aps(it.apsFrame)
                        .u8(it.radius)
                        .tag(it.tag)
                        .counted(it.message))
            .then(
                14,
                (it, to) ->
                    to.u16(NO_ALIAS)
                        .u16(it.destination)
                        .u8(NO_ALIAS_SEQUENCE)
                        .aps(it.apsFrame)
                        .u8(it.radius)
                        .tag(it.tag)
                        .counted(it.message));

    @Override
    public int frameId() {
      return 0x0036;
    }

    @Override
    public void encode(EzspWriter to) {
      REQUEST.in(to.version()).encode(this, to);
    }

    @Override
    public Sent decodeResponse(EzspReader from) throws EzspFormatException {
      return Sent.decode(from);
    }
  }

  /**
   * {@code sendMulticast}, from this node's own address to the group of the APS frame.
   *
   * @param hops 0 for the stack's own
   * @param nonmemberRadius hops among nodes that are not of the group, 7 for no limit; before
   *     version 14
   * @param broadcastAddress to whom the network layer sends it: 0xFFFD all that always listen;
   *     since version 14
   * @param tag comes back with {@link MessageSent}: 8 bits before version 14, 16 bits since
   */
  public record SendMulticast(
      ApsFrame apsFrame,
      int hops,
      int nonmemberRadius,
      int broadcastAddress,
      int tag,
      Octets message)
      implements EzspCommand<Sent> {

    private static final ByVersion<Encoder<SendMulticast>> REQUEST =
        ByVersion.<Encoder<SendMulticast>>since(
                8,
                (it, to) ->
                    to.aps(it.apsFrame)
                        .u8(it.hops)
                        .u8(it.nonmemberRadius)
                        .tag(it.tag)
                        .counted(it.message))
            .then(
                14,
                (it, to) ->
                    to.aps(it.apsFrame)
                        .u8(it.hops)
                        .u16(it.broadcastAddress)
                        .u16(NO_ALIAS)
                        .u8(NO_ALIAS_SEQUENCE)
                        .tag(it.tag)
                        .counted(it.message));

    @Override
    public int frameId() {
      return 0x0038;
    }

    @Override
    public void encode(EzspWriter to) {
      REQUEST.in(to.version()).encode(this, to);
    }

    @Override
    public Sent decodeResponse(EzspReader from) throws EzspFormatException {
      return Sent.decode(from);
    }
  }

  /** {@code sendReply}: in the acknowledgement of a unicast that waits for it. */
  public record SendReply(int sender, ApsFrame apsFrame, Octets message)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0039;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(sender).aps(apsFrame).counted(message);
    }
  }

  /**
   * {@code sendRawMessageExtended}, since version 14 called {@code sendRawMessage}: an inter-PAN
   * frame, whole, from its MAC header on.
   *
   * @param priority {@code EmberTransmitPriority}: 0 normal, 1 high
   * @param useCca whether to wait for a free channel
   */
  public record SendRawMessage(Octets message, int priority, boolean useCca)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0051;
    }

    @Override
    public void encode(EzspWriter to) {
      to.counted(message).u8(priority).bool(useCca);
    }
  }

  /**
   * {@code EmberMulticastTableEntry}: an endpoint is in a group.
   *
   * @param endpoint 0 if the entry is unused
   */
  public record MulticastTableEntry(int multicastId, int endpoint) {

    private static final int NETWORK_INDEX = 0;

    private void encode(EzspWriter to) {
      // UG100 has the network's index; the stack's own host leaves it out, and NCPs take both.
      to.u16(multicastId).u8(endpoint).u8(NETWORK_INDEX);
    }
  }

  /** {@code getMulticastTableEntry}. */
  public record GetMulticastTableEntry(int index)
      implements EzspCommand<GetMulticastTableEntry.Response> {

    public record Response(EzspStatus status, MulticastTableEntry entry) {}

    @Override
    public int frameId() {
      return 0x0063;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.emberStatus(), new MulticastTableEntry(from.u16(), from.u8()));
    }
  }

  /** {@code setMulticastTableEntry}. */
  public record SetMulticastTableEntry(int index, MulticastTableEntry entry)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0064;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
      entry.encode(to);
    }
  }

  /** {@code lookupNodeIdByEui64}: answered by a network address, 0xFFFF or 0xFFFE if unknown. */
  public record LookupNodeIdByEui64(IeeeAddress eui64) implements EzspCommand<Integer> {

    private static final ByVersion<Decoder<Integer>> RESPONSE =
        ByVersion.<Decoder<Integer>>since(8, from -> from.u16())
            .then(
                14,
                from -> {
                  EzspStatus status = from.slStatus();
                  int nodeId = from.u16();
                  return status.isOk() ? nodeId : UNKNOWN_NODE_ID;
                });

    @Override
    public int frameId() {
      return 0x0060;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(eui64);
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code lookupEui64ByNodeId}. */
  public record LookupEui64ByNodeId(int nodeId)
      implements EzspCommand<LookupEui64ByNodeId.Response> {

    public record Response(EzspStatus status, IeeeAddress eui64) {}

    @Override
    public int frameId() {
      return 0x0061;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(nodeId);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.emberStatus(), from.eui64());
    }
  }

  /** {@code setExtendedTimeout}: wait longer for the acknowledgements of a sleepy device. */
  public record SetExtendedTimeout(IeeeAddress remote, boolean extendedTimeout)
      implements EzspCommand.AnsweredSince14 {

    @Override
    public int frameId() {
      return 0x007E;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(remote).bool(extendedTimeout);
    }
  }

  private static final int NO_ALIAS = 0xFFFF;
  private static final int NO_ALIAS_SEQUENCE = 0;
  private static final int UNKNOWN_NODE_ID = 0xFFFF;
}
