package org.waggle.radio.ember.ezsp;

import java.util.Arrays;
import org.waggle.zcl.Octets;

/**
 * A frame of the NCP, and how the host's frames begin (UG100 section 3). Since version 8 all frames
 * have the extended format, but for the first {@code version} request and its response.
 *
 * @param sequence 0..255: of the request that it answers; a callback has the last request's
 * @param frameId 0x0000..0xFFFF
 * @param callback whether it answers no request
 * @param callbackPending whether the NCP holds callbacks back
 * @param truncated whether the response did not fit: its parameters are incomplete
 * @param overflow whether the NCP ran out of memory since the last response, and lost callbacks
 */
public record EzspFrame(
    int sequence,
    int frameId,
    boolean callback,
    boolean callbackPending,
    boolean truncated,
    boolean overflow,
    Octets parameters) {

  /** The id of the response to a request that the NCP does not take; its parameter tells why. */
  public static final int INVALID_COMMAND = 0x0058;

  private static final int RESPONSE = 0x80;
  private static final int CALLBACK_TYPE = 0x18;
  private static final int CALLBACK_PENDING = 0x04;
  private static final int TRUNCATED = 0x02;
  private static final int OVERFLOW = 0x01;
  private static final int FORMAT = 0x03;
  private static final int EXTENDED = 0x01;
  private static final int LEGACY_HEADER = 3;
  private static final int EXTENDED_HEADER = 5;

  /** A request in the extended format. */
  public static byte[] encode(int sequence, EzspVersion version, EzspCommand<?> command) {
    EzspWriter frame = new EzspWriter(version);
    frame.u8(sequence).u8(0).u8(EXTENDED).u16(command.frameId());
    command.encode(frame);
    return frame.toArray();
  }

  /** The first request after a reset, in the format that the NCP of every version understands. */
  public static byte[] encodeLegacyVersion(int sequence, int desiredProtocolVersion) {
    return new byte[] {(byte) sequence, 0, 0, (byte) desiredProtocolVersion};
  }

  /** Takes a frame of the NCP apart, of either format. */
  public static EzspFrame decode(byte[] frame) throws EzspFormatException {
    if (frame.length < LEGACY_HEADER) {
      throw new EzspFormatException("No header: " + Octets.of(frame));
    }
    boolean extended = (frame[2] & FORMAT) == EXTENDED;
    if (extended && frame.length < EXTENDED_HEADER) {
      throw new EzspFormatException("No extended header: " + Octets.of(frame));
    }
    int control = frame[1] & 0xFF;
    if ((control & RESPONSE) == 0) {
      throw new EzspFormatException("Not from an NCP: " + Octets.of(frame));
    }
    int header = extended ? EXTENDED_HEADER : LEGACY_HEADER;
    return new EzspFrame(
        frame[0] & 0xFF,
        extended ? frame[3] & 0xFF | (frame[4] & 0xFF) << 8 : frame[2] & 0xFF,
        (control & CALLBACK_TYPE) != 0,
        (control & CALLBACK_PENDING) != 0,
        (control & TRUNCATED) != 0,
        (control & OVERFLOW) != 0,
        Octets.of(Arrays.copyOfRange(frame, header, frame.length)));
  }

  public EzspReader reader(EzspVersion version) {
    return new EzspReader(version, parameters);
  }
}
