package org.waggle.radio.ember;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.ember.ash.AshPeer;
import org.waggle.zcl.Octets;

/** A coordinator that answers as it is told, at the other end of a port in memory; EZSP 13. */
final class ScriptedNcp implements RadioPort {

  static final int VERSION = 13;
  static final int SEND_UNICAST = 0x34;
  static final int MESSAGE_SENT = 0x3F;

  private static final byte[] END = new byte[0];

  private final LinkedBlockingQueue<byte[]> toHost = new LinkedBlockingQueue<>();
  private final Map<Integer, Function<Octets, @Nullable Octets>> handlers = new HashMap<>();
  private final Map<Integer, CompletableFuture<Octets>> expected = new HashMap<>();
  private final Set<Integer> unknown = new HashSet<>();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final AshPeer ash = new AshPeer(3, this::request);
  private int lastSequence;
  private int version = VERSION;
  private int overflows;
  private boolean mute;
  private boolean notReady;
  private @Nullable IOException failure;

  ScriptedNcp() {
    on(0x00, parameters -> octets("%02x02 4074".formatted(version)));
    on(0xAA, parameters -> octets("00 07 0000 07 04 04 00 aa"));
    on(0x52, parameters -> octets("00 1000"));
    on(0x26, parameters -> octets("01 00 00 fe ff 14 2e 84"));
    on(0x28, parameters -> octets("00 01 dddddddddddddddd 621a 05 0b 00 0000 00 00f8ff07"));
    on(
        0x17,
        parameters -> {
          callback(0x19, "90");
          return octets("00");
        });
  }

  static Octets octets(String hex) {
    return Octets.ofHex(hex);
  }

  /** Speaks another version. */
  ScriptedNcp version(int number) {
    version = number;
    return this;
  }

  /** What to answer to a command; null for no answer. */
  synchronized void on(int frameId, Function<Octets, @Nullable Octets> handler) {
    handlers.put(frameId, handler);
  }

  /** Does not know a command from now on. */
  synchronized void invalid(int frameId) {
    unknown.add(frameId);
  }

  /** Has no memory for the next commands. */
  synchronized void overflow(int commands) {
    overflows = commands;
  }

  /** The parameters of the next command of a kind. */
  synchronized CompletableFuture<Octets> next(int frameId) {
    return expected.computeIfAbsent(frameId, id -> new CompletableFuture<>());
  }

  synchronized void callback(int frameId, String parameters) {
    byte[] body = octets(parameters).toArray();
    byte[] frame = new byte[5 + body.length];
    frame[0] = (byte) lastSequence;
    frame[1] = (byte) 0x90;
    frame[2] = 0x01;
    frame[3] = (byte) frameId;
    frame[4] = (byte) (frameId >> 8);
    System.arraycopy(body, 0, frame, 5, body.length);
    waiting.add(frame);
    flush();
  }

  /** The report of a unicast that was delivered, or was not. */
  void sent(int destination, int tag, int status) {
    callback(
        MESSAGE_SENT,
        "00 %02x%02x 0401 0600 01 01 4011 0000 07 %02x %02x 00"
            .formatted(destination & 0xFF, destination >> 8, tag, status));
  }

  /** Any ASH frame. */
  synchronized void say(int control, int... data) {
    ash.say(control, data);
    flush();
  }

  synchronized boolean wasToldNotReady() {
    return notReady;
  }

  /** From now on nobody is there. */
  synchronized void mute() {
    mute = true;
  }

  void hangUp() {
    toHost.add(END);
  }

  synchronized void fail(IOException cause) {
    failure = cause;
    toHost.add(END);
  }

  private void request(byte[] frame, int offset, int length) {
    byte[] octets = new byte[length];
    System.arraycopy(frame, offset, octets, 0, length);
    boolean legacy = length == 4 && octets[2] == 0;
    int id = legacy ? 0 : octets[3] & 0xFF | (octets[4] & 0xFF) << 8;
    lastSequence = octets[0] & 0xFF;
    Octets parameters = Octets.of(octets).slice(legacy ? 3 : 5, length);
    CompletableFuture<Octets> asked = expected.remove(id);
    if (unknown.contains(id) || overflows > 0) {
      overflows -= unknown.contains(id) ? 0 : 1;
      String status = unknown.contains(id) ? "36" : "34";
      waiting.addFirst(HexFormat.of().parseHex("%02x80015800%s".formatted(octets[0], status)));
      return;
    }
    Octets answer = handlers.getOrDefault(id, any -> Octets.of(new byte[40])).apply(parameters);
    if (answer != null) {
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      response.write(octets[0]);
      response.writeBytes(
          HexFormat.of().parseHex(legacy ? "8000" : "8001%02x%02x".formatted(id & 0xFF, id >> 8)));
      response.writeBytes(answer.toArray());
      waiting.addFirst(response.toByteArray());
    }
    if (asked != null) {
      asked.complete(parameters);
    }
  }

  private void flush() {
    if (mute) {
      return;
    }
    while (!waiting.isEmpty() && ash.room() > 0) {
      ash.send(waiting.remove(), 0);
    }
    byte[] output = ash.takeOutput();
    if (output.length > 0) {
      toHost.add(output);
    }
  }

  @Override
  public synchronized void write(byte[] octets, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    byte[] copy = new byte[length];
    System.arraycopy(octets, offset, copy, 0, length);
    for (int i = 3; i < length; i++) {
      // An ACK whose flag says so, its CRC and the end.
      boolean begins = i == 3 || copy[i - 4] == 0x7E;
      notReady |= begins && copy[i] == 0x7E && (copy[i - 3] & 0xF8) == 0x88;
    }
    if (!mute) {
      ash.receive(copy, length, 0);
    }
    flush();
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    try {
      byte[] octets = toHost.poll(30, TimeUnit.SECONDS);
      synchronized (this) {
        if (failure != null) {
          throw failure;
        }
      }
      if (octets == null || octets.length == 0) {
        return -1;
      }
      System.arraycopy(octets, 0, buffer, 0, octets.length);
      return octets.length;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    toHost.add(END);
  }
}
