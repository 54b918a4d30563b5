package org.waggle.radio.ember.ash;

import java.util.Arrays;

/** Octets on their way to the line: frames with CRC, escaped, one after another (UG101, 4). */
final class FrameWriter {

  private byte[] octets = new byte[2048];
  private int length;

  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Makes the other side forget what it has of a frame. */
  void cancel() {
    reserve(1);
    octets[length++] = Control.CANCEL;
  }

  void frame(int control) {
    frame(control, octets, 0);
  }

  /**
   * @param data the data field, as it goes over the line
   */
  void frame(int control, byte[] data, int count) {
    reserve(2 * (1 + count + 2) + 1);
    int crc = Crc.next(Crc.INITIAL, control);
    escape(control);
    for (int i = 0; i < count; i++) {
      crc = Crc.next(crc, data[i]);
      escape(data[i]);
    }
    escape(crc >> 8);
    escape(crc);
    octets[length++] = Control.FLAG;
  }

  private void reserve(int count) {
    if (octets.length - length < count) {
      octets = Arrays.copyOf(octets, 2 * octets.length + count);
    }
  }

  private void escape(int octet) {
    switch (octet & 0xFF) {
      case Control.FLAG,
          Control.ESCAPE,
          Control.XON,
          Control.XOFF,
          Control.SUBSTITUTE,
          Control.CANCEL -> {
        octets[length++] = Control.ESCAPE;
        octets[length++] = (byte) (octet ^ Control.ESCAPED);
      }
      default -> octets[length++] = (byte) octet;
    }
  }
}
