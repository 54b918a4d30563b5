package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.Octets;

/**
 * The header of a frame of the host, and the frames back to it.
 *
 * @param legacy the short header, in which a host may ask for the version
 */
record EzspFrame(int sequence, boolean legacy, int id, Octets parameters) {

  static final int CALLBACKS_WAIT = 0x04;

  /** The NCP had no memory for what it received since its last frame. */
  static final int OVERFLOW = 0x01;

  private static final int FORMAT_MASK = 0x03;
  private static final int EXTENDED = 0x01;
  private static final int RESPONSE = 0x80;
  private static final int ASYNCHRONOUS_CALLBACK = 0x10;
  private static final int EXTENDED_HEADER_SIZE = 5;
  private static final int LEGACY_HEADER_SIZE = 3;

  static EzspFrame read(Octets octets, EzspVersion version) {
    WireReader in = new WireReader(octets);
    int sequence = in.u8();
    boolean extended =
        version.extended()
            && octets.size() >= EXTENDED_HEADER_SIZE
            && (octets.at(2) & FORMAT_MASK) == EXTENDED;
    in.u8();
    if (!extended) {
      int start = Math.min(LEGACY_HEADER_SIZE, octets.size());
      return new EzspFrame(sequence, true, in.u8(), octets.slice(start, octets.size()));
    }
    in.u8();
    return new EzspFrame(
        sequence, false, in.u16(), octets.slice(EXTENDED_HEADER_SIZE, octets.size()));
  }

  /** Begins a response; {@code control} are bits for its frame control. */
  EzspWriter response(EzspVersion version, int responseId, int control) {
    EzspWriter out = new EzspWriter(version).u8(sequence).u8(RESPONSE | control);
    return legacy ? out.u8(responseId) : out.u8(EXTENDED).u16(responseId);
  }

  /** A whole callback; {@code control} are bits for its frame control. */
  static byte[] callback(EzspVersion version, int sequence, int control, EzspCallback callback) {
    EzspWriter out =
        new EzspWriter(version)
            .u8(sequence)
            .u8(RESPONSE | ASYNCHRONOUS_CALLBACK | control)
            .u8(EXTENDED)
            .u16(callback.id());
    callback.write(out);
    return out.toBytes();
  }
}
