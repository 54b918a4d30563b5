package org.waggle.simulator.ash;

import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;

/** An ASH frame between the flags: control byte and data field, without CRC, stuffing or noise. */
public sealed interface AshFrame {

  /** The protocol version of RSTACK and ERROR frames; hosts refuse any other. */
  int VERSION = 2;

  /** Why the NCP restarted. Hosts only accept {@link #RESET_SOFTWARE} as answer to their RST. */
  int RESET_SOFTWARE = 0x0B;

  /** The NCP gave up because its frames were not acknowledged. */
  int ERROR_TIMEOUTS = 0x51;

  /** Carries an EZSP frame. Numbers are 0..7; {@code acknowledged} is the next frame expected. */
  record Data(int number, boolean retransmitted, int acknowledged, Octets payload)
      implements AshFrame {}

  /** {@code notReady}: the sender wants no callbacks for now. */
  record Ack(boolean notReady, int acknowledged) implements AshFrame {}

  /** Asks for everything from {@code acknowledged} on again. */
  record Nak(boolean notReady, int acknowledged) implements AshFrame {}

  record Reset() implements AshFrame {}

  record ResetAck(int version, int code) implements AshFrame {}

  record Error(int version, int code) implements AshFrame {}

  /** The shortest and longest EZSP frame an ASH data field holds. */
  int MIN_DATA = 3;

  int MAX_DATA = 220;

  /** Control byte and data field; the data field of {@link Data} is randomised. */
  default byte[] encode() {
    if (this instanceof Data data) {
      byte[] bytes = new byte[data.payload.size() + 1];
      bytes[0] = (byte) (data.number << 4 | (data.retransmitted ? 8 : 0) | data.acknowledged);
      for (int i = 1; i < bytes.length; i++) {
        bytes[i] = (byte) data.payload.at(i - 1);
      }
      Randomiser.apply(bytes, 1);
      return bytes;
    } else if (this instanceof Ack ack) {
      return new byte[] {(byte) (0x80 | (ack.notReady ? 8 : 0) | ack.acknowledged)};
    } else if (this instanceof Nak nak) {
      return new byte[] {(byte) (0xA0 | (nak.notReady ? 8 : 0) | nak.acknowledged)};
    } else if (this instanceof ResetAck ack) {
      return new byte[] {(byte) 0xC1, (byte) ack.version, (byte) ack.code};
    } else if (this instanceof Error error) {
      return new byte[] {(byte) 0xC2, (byte) error.version, (byte) error.code};
    }
    return new byte[] {(byte) 0xC0};
  }

  /** Decodes {@code bytes}, which it may change. */
  static Decoded<AshFrame> decode(byte[] bytes) {
    if (bytes.length == 0) {
      return Decoded.malformed("no control byte", Octets.EMPTY);
    }
    int control = bytes[0] & 0xFF;
    int length = bytes.length - 1;
    boolean flag = (control & 8) != 0;
    int acknowledged = control & 7;
    if (control < 0x80 && length >= MIN_DATA && length <= MAX_DATA) {
      Randomiser.apply(bytes, 1);
      Octets payload = Octets.of(bytes).slice(1, bytes.length);
      return Decoded.ok(new Data(control >> 4, flag, acknowledged, payload));
    } else if ((control & 0xE0) == 0x80 && length == 0) {
      return Decoded.ok(new Ack(flag, acknowledged));
    } else if ((control & 0xE0) == 0xA0 && length == 0) {
      return Decoded.ok(new Nak(flag, acknowledged));
    } else if (control == 0xC0 && length == 0) {
      return Decoded.ok(new Reset());
    } else if (control == 0xC1 && length == 2) {
      return Decoded.ok(new ResetAck(bytes[1] & 0xFF, bytes[2] & 0xFF));
    } else if (control == 0xC2 && length == 2) {
      return Decoded.ok(new Error(bytes[1] & 0xFF, bytes[2] & 0xFF));
    }
    return Decoded.malformed(
        "control byte " + Integer.toHexString(control) + " with " + length + " bytes of data",
        Octets.of(bytes));
  }
}
