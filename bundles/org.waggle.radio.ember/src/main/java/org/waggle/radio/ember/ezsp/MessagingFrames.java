package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.Octets;

/** Requests of UG100 chapter 8: messages, routes and addresses. */
public final class MessagingFrames {

  private MessagingFrames() {}

  /** What is said at once of a message that was handed over; {@link MessageSent} follows. */
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
      to.u8(type).u16(indexOrDestination);
      apsFrame.encode(to);
      to.tag(tag).counted(message);
    }

    @Override
    public Sent decodeResponse(EzspReader from) throws EzspFormatException {
      return Sent.decode(from);
    }
  }
}
