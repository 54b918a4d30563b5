package org.waggle.radio.ember.ash;

/** Octets with a meaning: control bytes (UG101, 2.2) and reserved octets (UG101, 4.2). */
final class Control {

  static final int FLAG = 0x7E;
  static final int ESCAPE = 0x7D;
  static final int XON = 0x11;
  static final int XOFF = 0x13;
  static final int SUBSTITUTE = 0x18;
  static final int CANCEL = 0x1A;

  /** What an escaped octet is combined with. */
  static final int ESCAPED = 0x20;

  static final int RST = 0xC0;
  static final int RSTACK = 0xC1;
  static final int ERROR = 0xC2;

  /** The only version of the protocol that there is. */
  static final int VERSION = 2;

  /** UG101 has 128 for the data field; EZSP frames have become longer since. */
  static final int LONGEST_DATA = 256;

  /** Frames are numbered modulo this. */
  static final int NUMBERS = 8;

  private static final int ACK = 0x80;
  private static final int NAK = 0xA0;
  private static final int ACK_OR_NAK = 0xE0;
  private static final int NOT_READY = 0x08;
  private static final int RETRANSMITTED = 0x08;

  private Control() {}

  static int data(int number, boolean retransmitted, int acknowledged) {
    return number << 4 | (retransmitted ? RETRANSMITTED : 0) | acknowledged;
  }

  static int ack(boolean ready, int acknowledged) {
    return ACK | (ready ? 0 : NOT_READY) | acknowledged;
  }

  static int nak(boolean ready, int acknowledged) {
    return NAK | (ready ? 0 : NOT_READY) | acknowledged;
  }

  static boolean isData(int control) {
    return (control & 0x80) == 0;
  }

  static boolean isAck(int control) {
    return (control & ACK_OR_NAK) == ACK;
  }

  static boolean isNak(int control) {
    return (control & ACK_OR_NAK) == NAK;
  }

  /** Of a DATA frame. */
  static int number(int control) {
    return control >> 4 & 7;
  }

  /** Of a DATA frame. */
  static boolean isRetransmitted(int control) {
    return (control & RETRANSMITTED) != 0;
  }

  /** Of an ACK or NAK frame. */
  static boolean isReady(int control) {
    return (control & NOT_READY) == 0;
  }

  /** Of a DATA, ACK or NAK frame: the number of the frame expected next. */
  static int acknowledged(int control) {
    return control & 7;
  }
}
