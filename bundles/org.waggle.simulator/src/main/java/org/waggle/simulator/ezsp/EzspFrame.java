package org.waggle.simulator.ezsp;

import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.Octets;

/**
 * The header of a frame of the host, and the frames back to it.
 *
 * @param legacy the short header, in which a host may ask for the version
 */
record EzspFrame(int sequence, boolean legacy, int id, WireReader parameters) {

  private static final int FORMAT_MASK = 0x03;
  private static final int EXTENDED = 0x01;
  private static final int RESPONSE = 0x80;
  private static final int ASYNCHRONOUS_CALLBACK = 0x10;
  private static final int EXTENDED_HEADER_SIZE = 5;

  static EzspFrame read(Octets octets) {
    WireReader in = new WireReader(octets);
    int sequence = in.u8();
    boolean extended =
        octets.size() >= EXTENDED_HEADER_SIZE && (octets.at(2) & FORMAT_MASK) == EXTENDED;
    in.u8();
    if (!extended) {
      return new EzspFrame(sequence, true, in.u8(), in);
    }
    in.u8();
    return new EzspFrame(sequence, false, in.u16(), in);
  }

  Octets response(int responseId, Octets fields) {
    WireWriter out = new WireWriter().u8(sequence).u8(RESPONSE);
    if (legacy) {
      out.u8(responseId);
    } else {
      out.u8(EXTENDED).u16(responseId);
    }
    return out.octets(fields).toOctets();
  }

  static Octets callback(int sequence, EzspCallback callback) {
    WireWriter out =
        new WireWriter()
            .u8(sequence)
            .u8(RESPONSE | ASYNCHRONOUS_CALLBACK)
            .u8(EXTENDED)
            .u16(callback.id());
    callback.write(out);
    return out.toOctets();
  }
}
