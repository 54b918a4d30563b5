package org.waggle.radio.zsmartsystems;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.Octets;

/**
 * A coordinator that speaks EZSP 13 on a TCP port and does as a test tells it. By default it is on
 * no network, and everything succeeds.
 */
final class ScriptedNcp implements AutoCloseable {

  /** A command that arrived. */
  record Command(int id, Octets parameters) {}

  /** 0x00124B0001020304. */
  static final Octets EUI64 = Octets.ofHex("0403020100 4b1200");

  static final Octets PARAMETERS = Octets.ofHex("8877665544332211 341a 05 0f 00 0000 00 00f8ff07");

  private static final Octets OK = Octets.of(0);

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Thread thread = new Thread(this::serve, "scripted-ncp");
  private final Map<Integer, Function<Octets, @Nullable Octets>> script = new HashMap<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final Map<Integer, CompletableFuture<Octets>> awaited = new HashMap<>();
  private final CompletableFuture<Socket> connection = new CompletableFuture<>();
  private final int version;
  private volatile @Nullable AshPeer ash;
  private volatile boolean connected;
  private volatile boolean everExtendedFirst;

  ScriptedNcp() throws IOException {
    this(13);
  }

  ScriptedNcp(int version) throws IOException {
    this.version = version;
    script.put(0x0000, parameters -> Octets.of(version, 2, 0x40, 0x74));
    for (int id : new int[] {0x02, 0x10, 0x20, 0x22, 0x53, 0x55, 0x64, 0x68, 0x99, 0xAB, 0xB1}) {
      script.put(id, parameters -> OK);
    }
    for (int id : new int[] {0x15, 0x6B}) {
      script.put(id, parameters -> Octets.EMPTY);
    }
    script.put(0x0051, parameters -> OK);
    script.put(0x00B9, parameters -> OK);
    script.put(0x0018, parameters -> OK);
    script.put(0x0052, parameters -> Octets.of(0, 16, 0));
    script.put(0x0056, parameters -> Octets.of(0, 0));
    script.put(0x0026, parameters -> EUI64);
    script.put(0x0028, parameters -> Octets.of(concat(Octets.ofHex("00 01"), PARAMETERS)));
    script.put(0x00AA, parameters -> Octets.ofHex("00 07 b801 07 04 04 00 aa"));
    script.put(0x005A, parameters -> Octets.of(0, 0, 0, 0));
    script.put(0x0111, parameters -> Octets.of(0, 0, 0, 0));
    script.put(0x0114, parameters -> Octets.ofHex("000102030405060708090a0b0c0d0e0f 00000000"));
    script.put(0x0017, parameters -> Octets.of(0x93));
    script.put(0x001E, parameters -> thenStackStatus(0x90));
    script.put(0x0020, parameters -> thenStackStatus(0x91));
    for (int id : new int[] {0x34, 0x36, 0x38}) {
      script.put(id, parameters -> Octets.of(0, 1));
    }
    thread.setDaemon(true);
    thread.start();
  }

  String port() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  /** How to answer a command from now on: its response's parameters, or none at all. */
  ScriptedNcp on(int id, Function<Octets, @Nullable Octets> answer) {
    synchronized (script) {
      script.put(id, answer);
    }
    return this;
  }

  /** It remembers a network. */
  ScriptedNcp withNetwork() {
    return on(0x0017, parameters -> thenStackStatus(0x90));
  }

  /** Answers success, and the status follows as a callback. */
  Octets thenStackStatus(int status) {
    callBack(0x0019, Octets.of(status));
    return OK;
  }

  /** Every command so far. */
  List<Command> commands() {
    return List.copyOf(commands);
  }

  List<Octets> parametersOf(int id) {
    List<Octets> result = new ArrayList<>();
    commands.stream().filter(c -> c.id() == id).forEach(c -> result.add(c.parameters()));
    return result;
  }

  /** The parameters of the next command of this kind. */
  CompletableFuture<Octets> next(int id) {
    synchronized (awaited) {
      return awaited.computeIfAbsent(id, key -> new CompletableFuture<>());
    }
  }

  /** Whether the host began with an extended header, which old firmware does not understand. */
  boolean everExtendedFirst() {
    return everExtendedFirst;
  }

  void callBack(int id, Octets parameters) {
    ash().send(extended(0, 0x90, id, parameters));
  }

  /**
   * @param group field of the APS frame
   */
  void incoming(int type, int sender, int group, int apsCounter, Octets payload) {
    Octets frame =
        Octets.of(
            concat(
                Octets.of(type, 0x04, 0x01, 0x02, 0x04, 1, 1, 0x40, 0x01),
                Octets.of(group & 0xFF, group >> 8, apsCounter, 0x7B, 0xC4),
                Octets.of(sender & 0xFF, sender >> 8, 0xFF, 0xFF, payload.size()),
                payload));
    callBack(0x0045, frame);
  }

  /** Reports on the unicast of that command. */
  void report(Octets sendUnicast, int status) {
    byte[] p = sendUnicast.toArray();
    callBack(
        0x003F,
        Octets.of(
            concat(
                Octets.of(p).slice(0, 3), sendUnicast.slice(3, 14), Octets.of(p[14], status, 0))));
  }

  static Octets join(Octets... parts) {
    return Octets.of(concat(parts));
  }

  private static byte[] concat(Octets... parts) {
    int size = 0;
    for (Octets part : parts) {
      size += part.size();
    }
    byte[] result = new byte[size];
    int at = 0;
    for (Octets part : parts) {
      System.arraycopy(part.toArray(), 0, result, at, part.size());
      at += part.size();
    }
    return result;
  }

  AshPeer ash() {
    return Objects.requireNonNull(ash);
  }

  /** Ends the connection, as when a network adapter loses its power. */
  void hangUp() throws Exception {
    connection.get(5, TimeUnit.SECONDS).close();
  }

  private void serve() {
    try (Socket socket = server.accept()) {
      socket.setTcpNoDelay(true);
      try (AshPeer peer =
          new AshPeer(socket.getInputStream(), socket.getOutputStream(), this::command)) {
        ash = peer;
        connection.complete(socket);
        peer.run();
      }
    } catch (IOException e) {
      connection.completeExceptionally(e);
    }
  }

  private void command(byte[] frame) {
    boolean legacy = frame.length == 4 && frame[1] == 0 && frame[2] == 0;
    if (!connected) {
      connected = true;
      everExtendedFirst = !legacy;
    }
    if (legacy) {
      commands.add(new Command(0, Octets.of(frame[3])));
      ash().send(new byte[] {frame[0], (byte) 0x80, 0, (byte) version, 2, 0x40, 0x74});
      return;
    }
    int id = frame[3] & 0xFF | (frame[4] & 0xFF) << 8;
    Octets parameters = Octets.of(frame).slice(5, frame.length);
    commands.add(new Command(id, parameters));
    Function<Octets, @Nullable Octets> answer;
    synchronized (script) {
      answer = script.get(id);
    }
    if (answer == null) {
      ash().send(extended(frame[0], 0x80, 0x0058, Octets.of(0x36)));
    } else {
      Octets response = answer.apply(parameters);
      if (response != null) {
        ash().send(extended(frame[0], 0x80, id, response));
      }
    }
    CompletableFuture<Octets> waiter;
    synchronized (awaited) {
      waiter = awaited.remove(id);
    }
    if (waiter != null) {
      waiter.complete(parameters);
    }
  }

  private static byte[] extended(int sequence, int control, int id, Octets parameters) {
    return concat(Octets.of(sequence, control, 0x01, id & 0xFF, id >> 8), parameters);
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (connection.isDone() && !connection.isCompletedExceptionally()) {
      connection.join().close();
    }
  }
}
