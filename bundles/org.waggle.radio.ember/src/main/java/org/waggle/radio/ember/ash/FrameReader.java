package org.waggle.radio.ember.ash;

import org.jspecify.annotations.Nullable;

/** Finds frames in octets as they come from the line (UG101, 4). */
final class FrameReader {

  /** What becomes of the octets. */
  interface Sink {

    /**
     * An undamaged frame without its CRC.
     *
     * @param frame control byte and data field, to be used during the call only
     */
    void frame(byte[] frame, int length);

    /** Something that is no frame. */
    void damaged(Damage damage);
  }

  /** What may be wrong with a frame. */
  enum Damage {
    CRC,
    TOO_SHORT,
    TOO_LONG,
    /** The other side's UART heard noise in the middle of it. */
    SUBSTITUTED
  }

  private static final int CRC_LENGTH = 2;
  private static final int SHORTEST = 1 + CRC_LENGTH;

  private final byte[] frame = new byte[1 + Control.LONGEST_DATA + CRC_LENGTH];
  private int length;
  private boolean escaped;
  private boolean tooLong;
  private boolean substituted;

  void read(byte[] octets, int offset, int count, Sink sink) {
    for (int i = offset; i < offset + count; i++) {
      int octet = octets[i];
      switch (octet) {
        case Control.FLAG -> end(sink);
        case Control.ESCAPE -> escaped = true;
        case Control.CANCEL -> clear();
        case Control.SUBSTITUTE -> substituted = true;
        case Control.XON, Control.XOFF -> {
          // A frame never has them unescaped: they are the UARTs' own.
        }
        default -> add(octet);
      }
    }
  }

  private void add(int octet) {
    if (length == frame.length) {
      tooLong = true;
      return;
    }
    frame[length++] = (byte) (escaped ? octet ^ Control.ESCAPED : octet);
    escaped = false;
  }

  private void end(Sink sink) {
    int received = length;
    Damage damage = damage();
    clear();
    if (damage != null) {
      sink.damaged(damage);
    } else if (received > 0) {
      sink.frame(frame, received - CRC_LENGTH);
    }
  }

  private @Nullable Damage damage() {
    if (substituted) {
      return Damage.SUBSTITUTED;
    }
    if (tooLong) {
      return Damage.TOO_LONG;
    }
    if (length == 0 && !escaped) {
      return null; // nothing between two flags
    }
    if (length < SHORTEST) {
      return Damage.TOO_SHORT;
    }
    return Crc.of(frame, length) == 0 ? null : Damage.CRC; // over itself a CRC is 0
  }

  /** Forgets a frame that has begun. */
  void clear() {
    length = 0;
    escaped = false;
    tooLong = false;
    substituted = false;
  }
}
