package org.waggle.radio.ember.ash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ends with a line between them that loses, damages and repeats what it carries. */
class LossyLinkTest {

  private static final long HOP = 1_000_000; // ns

  private final Random random = new Random(20_260_101);
  private double faults;
  private int received;
  private int heard;
  private long now;
  private final AshHost host =
      new AshHost(
          AshSettings.USUAL,
          new AshHost.Listener() {
            @Override
            public void connected() {}

            @Override
            public void received(byte[] octets, int offset, int length) {
              assertThat(number(octets, offset)).isEqualTo(received);
              received++;
            }

            @Override
            public void failed(AshFailure failure) {
              throw new AssertionError(failure);
            }
          });

  @ParameterizedTest
  @CsvSource({"0, 7", "0.01, 1", "0.01, 3", "0.01, 7", "0.1, 1", "0.1, 3", "0.1, 7"})
  void losesNothingRepeatsNothingAndKeepsTheOrder(double rate, int window) {
    AshPeer peer = connected(window);
    faults = rate;
    int sent = 0;
    int told = 0;
    int count = 5_000;

    while (received < count || heard < count) {
      while (told < count && host.room() > 0) {
        byte[] frame = frame(told++);
        host.send(frame, 0, frame.length, now);
      }
      while (sent < count && peer.room() > 0) {
        peer.send(frame(sent++), now);
      }
      pass(peer);
    }

    assertThat(received).isEqualTo(count);
    assertThat(heard).isEqualTo(count);
  }

  @Test
  void survivesAnyOctets() {
    AshHost fuzzed =
        new AshHost(
            AshSettings.USUAL,
            new AshHost.Listener() {
              @Override
              public void connected() {}

              @Override
              public void received(byte[] octets, int offset, int length) {
                assertThat(length).isBetween(1, Control.LONGEST_DATA);
              }

              @Override
              public void failed(AshFailure failure) {}
            });
    byte[] octets = new byte[512];
    for (int i = 0; i < 20_000; i++) {
      if (!fuzzed.isConnected()) {
        fuzzed.connect(i);
        FrameWriter answer = new FrameWriter();
        answer.frame(Control.RSTACK, new byte[] {2, 0x0B}, 2);
        fuzzed.receive(answer.octets(), 0, answer.length(), i);
      }
      int length = random.nextInt(octets.length);
      FrameWriter line = new FrameWriter();
      random.nextBytes(octets);
      line.frame(random.nextInt(256), octets, Math.min(length, 300));
      if (random.nextBoolean()) {
        fuzzed.receive(line.octets(), 0, line.length(), i);
      } else {
        fuzzed.receive(octets, 0, length, i);
      }
      fuzzed.tick(i);
      fuzzed.acknowledge();
      fuzzed.clearOutput();
    }
  }

  private AshPeer connected(int window) {
    AshPeer peer =
        new AshPeer(
            window,
            (octets, offset, length) -> {
              assertThat(number(octets, offset)).isEqualTo(heard);
              heard++;
            });
    host.connect(now);
    while (!host.isConnected()) {
      pass(peer);
    }
    return peer;
  }

  /** Carries what both have to say, or lets the time pass until one has. */
  private void pass(AshPeer peer) {
    host.acknowledge();
    byte[] toPeer = carry(host.output(), host.outputLength());
    byte[] toHost = carry(peer.line.octets(), peer.line.length());
    boolean idle = host.outputLength() == 0 && peer.line.length() == 0;
    host.clearOutput();
    peer.line.clear();
    now = idle ? Math.min(host.deadline(), peer.deadline()) : now + HOP;
    peer.receive(toPeer, toPeer.length, now);
    host.receive(toHost, 0, toHost.length, now);
    host.tick(now);
    peer.tick(now);
  }

  /** The line: each frame meets a fault with the same probability. */
  private byte[] carry(byte[] octets, int length) {
    ByteBuffer carried = ByteBuffer.allocate(4 * length + 1);
    int begin = 0;
    for (int i = 0; i < length; i++) {
      if (octets[i] == Control.FLAG) {
        byte[] frame = Arrays.copyOfRange(octets, begin, i + 1);
        begin = i + 1;
        switch (random.nextDouble() < faults ? random.nextInt(4) : -1) {
          case 0 -> {} // lost
          case 1 -> frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
          case 2 -> carried.put(frame); // twice
          case 3 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length)); // its end
          default -> {}
        }
        if (carried.remaining() > frame.length) {
          carried.put(frame);
        }
      }
    }
    return Arrays.copyOf(carried.array(), carried.position());
  }

  private static byte[] frame(int number) {
    byte[] frame = new byte[5 + number % 60];
    ByteBuffer.wrap(frame).putInt(number);
    return frame;
  }

  private static int number(byte[] octets, int offset) {
    return ByteBuffer.wrap(octets).getInt(offset);
  }
}
