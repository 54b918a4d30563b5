package org.waggle.radio.ember.ash;

import java.util.Arrays;

/** The coordinator's end of a link, for tests. */
public final class AshPeer implements FrameReader.Sink {

  /** What takes frames. */
  public interface Upper {
    void received(byte[] octets, int offset, int length);
  }

  private static final long WAIT = 1_600_000_000L;

  private final FrameReader reader = new FrameReader();
  private final SendWindow window;
  private final Upper upper;
  final FrameWriter line = new FrameWriter();
  private int expected;
  private boolean rejecting;
  private boolean acknowledge;
  private long deadline = Long.MAX_VALUE;
  private long now;

  public AshPeer(int size, Upper upper) {
    window = new SendWindow(size);
    this.upper = upper;
  }

  public int room() {
    return window.room();
  }

  long deadline() {
    return deadline;
  }

  public void send(byte[] frame, long time) {
    window.add(frame, 0, frame.length, time);
    window.writeLast(line, expected);
    deadline = time + WAIT;
  }

  public void receive(byte[] octets, int length, long time) {
    now = time;
    reader.read(octets, 0, length, this);
    if (acknowledge) {
      line.frame(Control.ack(true, expected));
      acknowledge = false;
    }
  }

  /** What is to go over the line since the last call. */
  public byte[] takeOutput() {
    byte[] output = Arrays.copyOf(line.octets(), line.length());
    line.clear();
    return output;
  }

  /** Says a frame that is neither DATA nor ACK nor NAK. */
  public void say(int control, int... data) {
    byte[] octets = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      octets[i] = (byte) data[i];
    }
    line.frame(control, octets, octets.length);
  }

  void tick(long time) {
    if (time >= deadline) {
      again(time);
    }
  }

  private void again(long time) {
    window.writeAll(line, expected);
    deadline = window.isEmpty() ? Long.MAX_VALUE : time + WAIT;
  }

  @Override
  public void frame(byte[] frame, int length) {
    int control = frame[0] & 0xFF;
    if (control == Control.RST) {
      window.clear();
      expected = 0;
      byte[] answer = {Control.VERSION, 0x0B};
      line.frame(Control.RSTACK, answer, answer.length);
      return;
    }
    int next = Control.acknowledged(control);
    if (!window.isCredible(next)) {
      reject();
      return;
    }
    if (window.news(next) > 0) {
      window.acknowledge(next);
      deadline = window.isEmpty() ? Long.MAX_VALUE : now + WAIT;
    }
    if (Control.isNak(control)) {
      again(now);
    } else if (Control.isData(control)) {
      data(control, frame, length);
    }
  }

  private void data(int control, byte[] frame, int length) {
    if (Control.number(control) == expected) {
      rejecting = false;
      expected = (expected + 1) % Control.NUMBERS;
      Randomizer.apply(frame, 1, length - 1);
      upper.received(frame, 1, length - 1);
      acknowledge = true;
    } else if (Control.isRetransmitted(control)) {
      acknowledge = true;
    } else {
      reject();
    }
  }

  @Override
  public void damaged(FrameReader.Damage damage) {
    reject();
  }

  private void reject() {
    if (!rejecting) {
      rejecting = true;
      line.frame(Control.nak(true, expected));
    }
  }
}
