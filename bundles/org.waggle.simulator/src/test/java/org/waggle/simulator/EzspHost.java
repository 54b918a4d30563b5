package org.waggle.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.waggle.simulator.ash.AshFrame;
import org.waggle.simulator.ash.FrameReader;
import org.waggle.simulator.ash.FrameWriter;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;

/** The least of a host: acknowledges everything, and waits for each response. */
public final class EzspHost implements AutoCloseable {

  /** A callback of the NCP. */
  public record Callback(int id, Octets fields) {}

  /** An incoming message, 0045. */
  public record Message(
      int type, int cluster, int endpoint, int group, int lqi, int sender, Octets payload) {}

  private static final int SECONDS = 10;

  private final int version;
  private final Socket socket;
  private final FrameReader reader = new FrameReader();
  private final FrameWriter writer = new FrameWriter();
  private final BlockingQueue<AshFrame> resets = new LinkedBlockingQueue<>();
  private final BlockingQueue<Octets> responses = new LinkedBlockingQueue<>();
  private final BlockingQueue<Callback> callbacks = new LinkedBlockingQueue<>();
  private final AtomicBoolean acknowledges = new AtomicBoolean(true);
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean notReady;
  private int sequence;
  private int toSend;
  private int expected;

  public EzspHost(int port) throws IOException {
    this(port, 13);
  }

  public EzspHost(int port, int version) throws IOException {
    this.version = version;
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    Thread thread = new Thread(this::read, "ezsp-host");
    thread.setDaemon(true);
    thread.start();
  }

  /** A host that has agreed on version 13. */
  public static EzspHost connected(int port) throws Exception {
    return connected(port, 13);
  }

  /** A host that has agreed on a version. */
  public static EzspHost connected(int port, int version) throws Exception {
    EzspHost host = new EzspHost(port, version);
    host.reset();
    host.agree();
    return host;
  }

  public void agree() throws Exception {
    command(0x0000, Octets.of(version).toString());
  }

  /** A host whose network is up, open for devices with the well-known key. */
  public static EzspHost formed(int port) throws Exception {
    return formed(port, 13);
  }

  public static EzspHost formed(int port, int version) throws Exception {
    EzspHost host = connected(port, version);
    host.register();
    host.form();
    host.admitAll();
    return host;
  }

  /** Whoever has the well-known key may join, by the commands of the version. */
  public void admitAll() throws Exception {
    String key = "ffffffffffffffff" + "5a6967426565416c6c69616e63653039";
    if (version < 13) {
      command(0x00AF, key);
    } else {
      command(0x0111, version < 14 ? key + "00" : key);
    }
    command(0x0022, "fe");
  }

  /** Registers endpoint 1 and listens to group 901. */
  public void register() throws Exception {
    command(
        0x0002, "01" + "0401" + "0500" + "00" + "02" + "02" + "0000" + "0600" + "0600" + "0a00");
    command(0x0064, "00" + "8503" + "01" + "00");
  }

  public void form() throws Exception {
    command(
        0x0068,
        "8403" + "11".repeat(16) + "000102030405060708090a0b0c0d0e0f" + "00" + "00".repeat(8));
    command(0x001E, "dddddddddddddddd" + "621a" + "05" + "0b" + "00" + "0000" + "00" + "00f8ff07");
    awaitStatus(version < 14 ? 0x90 : 0x15);
  }

  /** Sends a reset; the answer, or null if there is none within {@code millis}. */
  public AshFrame tryReset(long millis) throws Exception {
    synchronized (this) {
      toSend = 0;
      expected = 0;
    }
    resets.clear();
    sendBytes(0x1A, 0xC0, 0x38, 0xBC, 0x7E);
    return resets.poll(millis, TimeUnit.MILLISECONDS);
  }

  public AshFrame reset() throws Exception {
    AshFrame answer = tryReset(TimeUnit.SECONDS.toMillis(SECONDS));
    while (answer instanceof AshFrame.Error) {
      // to what was sent before
      answer = awaitReset();
    }
    return answer;
  }

  /** Puts bytes on the line as they are. */
  public void sendBytes(int... bytes) throws IOException {
    socket.getOutputStream().write(Octets.of(bytes).toArray());
  }

  /** Whether to acknowledge what the NCP sends. */
  public void acknowledges(boolean yes) {
    acknowledges.set(yes);
  }

  /** Tells the NCP to keep its callbacks, with each acknowledgement from now on. */
  public synchronized void isNotReady() throws IOException {
    notReady = true;
    writer.write(new AshFrame.Ack(true, expected));
    socket.getOutputStream().write(writer.take());
  }

  /** The fields of the response, as hexadecimal. */
  public String command(int id, String fields) throws Exception {
    Octets response = rawCommand(id, fields);
    int responseId = response.at(3) | response.at(4) << 8;
    if (responseId != id) {
      throw new IllegalStateException(
          "frame " + Integer.toHexString(id) + " answered with " + response);
    }
    return response.slice(5, response.size()).toString();
  }

  /** The whole response, for a command in the extended format. */
  public Octets rawCommand(int id, String fields) throws Exception {
    WireWriter command = new WireWriter().u8(nextSequence()).u8(0).u8(1).u16(id);
    return frame(command.octets(Octets.ofHex(fields)).toOctets());
  }

  /** Sends a command to which there may be no response. */
  public synchronized void sendWithoutWaiting(int id, String fields) throws IOException {
    WireWriter command = new WireWriter().u8(nextSequence()).u8(0).u8(1).u16(id);
    Octets payload = command.octets(Octets.ofHex(fields)).toOctets();
    writer.write(new AshFrame.Data(toSend, false, expected, payload));
    toSend = (toSend + 1) % 8;
    socket.getOutputStream().write(writer.take());
  }

  /** Waits until the simulator has ended the connection. */
  public boolean awaitEnd() throws InterruptedException {
    return ended.await(SECONDS, TimeUnit.SECONDS);
  }

  /** Sends an EZSP frame and waits for the next response. */
  public Octets frame(Octets payload) throws Exception {
    responses.clear();
    synchronized (this) {
      writer.write(new AshFrame.Data(toSend, false, expected, payload));
      toSend = (toSend + 1) % 8;
      socket.getOutputStream().write(writer.take());
    }
    Octets response = responses.poll(SECONDS, TimeUnit.SECONDS);
    if (response == null) {
      throw new IllegalStateException("no response to " + payload);
    }
    return response;
  }

  private synchronized int nextSequence() {
    sequence = sequence + 1 & 0xFF;
    return sequence;
  }

  /** Sends a unicast; the status of its delivery. */
  public int unicast(int destination, int profile, int cluster, int endpoint, String payload)
      throws Exception {
    send(destination, profile, cluster, endpoint, payload);
    return sentStatus(awaitCallback(0x003F));
  }

  /** The status in a callback 003F. */
  public int sentStatus(Callback callback) {
    Octets fields = callback.fields();
    return version < 14 ? fields.at(15) : fields.at(0) | fields.at(1) << 8;
  }

  /** Sends a unicast without waiting for its delivery. */
  public void send(int destination, int profile, int cluster, int endpoint, String payload)
      throws Exception {
    Octets octets = Octets.ofHex(payload);
    int own = profile == 0 ? 0 : 1;
    WireWriter fields =
        new WireWriter()
            .u8(0)
            .u16(destination)
            .u16(profile)
            .u16(cluster)
            .u8(own)
            .u8(endpoint)
            .u16(0x1140)
            .u16(0)
            .u8(0);
    tag(fields, 0x42).counted(octets);
    String response = command(0x0034, fields.toOctets().toString());
    if (!response.startsWith("00")) {
      throw new IllegalStateException("refused with status " + response);
    }
  }

  public void multicast(int group, int cluster, String payload) throws Exception {
    WireWriter fields =
        new WireWriter()
            .u16(0x0104)
            .u16(cluster)
            .u8(1)
            .u8(0xFF)
            .u16(0x0100)
            .u16(group)
            .u8(0)
            .u8(12);
    if (version < 14) {
      fields.u8(3);
    } else {
      fields.u16(0xFFFD).u16(0xFFFE).u8(0);
    }
    tag(fields, 0x43).counted(Octets.ofHex(payload));
    command(0x0038, fields.toOctets().toString());
  }

  private WireWriter tag(WireWriter fields, int tag) {
    return version < 14 ? fields.u8(tag) : fields.u16(tag);
  }

  /** The response of a device's endpoint 1 to a ZCL frame, as hexadecimal. */
  public String zcl(int device, int cluster, String frame) throws Exception {
    send(device, 0x0104, cluster, 1, frame);
    return awaitMessage(cluster).payload().toString();
  }

  /** The next message of a cluster; others are dropped. */
  public Message awaitMessage(int cluster) throws Exception {
    while (true) {
      Message message = message(awaitCallback(0x0045));
      if (message.cluster == cluster) {
        return message;
      }
    }
  }

  private Message message(Callback callback) {
    WireReader in = new WireReader(callback.fields());
    int type = in.u8();
    in.u16();
    int cluster = in.u16();
    int endpoint = in.u8();
    in.u8();
    in.u16();
    int group = in.u16();
    in.u8();
    if (version >= 14) {
      int sender = in.u16();
      in.ieee();
      in.u16();
      int lqi = in.u8();
      in.u8();
      in.u32();
      return new Message(type, cluster, endpoint, group, lqi, sender, in.octets(in.u8()));
    }
    int lqi = in.u8();
    in.u8();
    int sender = in.u16();
    in.u16();
    return new Message(type, cluster, endpoint, group, lqi, sender, in.octets(in.u8()));
  }

  /** The next callback with this id; others are dropped. */
  public Callback awaitCallback(int id) throws Exception {
    while (true) {
      Callback callback = callbacks.poll(SECONDS, TimeUnit.SECONDS);
      if (callback == null) {
        throw new IllegalStateException("no callback " + Integer.toHexString(id));
      } else if (callback.id == id) {
        return callback;
      }
    }
  }

  public void awaitStatus(int status) throws Exception {
    while (awaitCallback(0x0019).fields().at(0) != status) {
      // another status
    }
  }

  /** The next callback of any kind within {@code millis}, or null. */
  public Callback poll(long millis) throws InterruptedException {
    return callbacks.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** The next RSTACK or ERROR. */
  public AshFrame awaitReset() throws InterruptedException {
    return resets.poll(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void read() {
    byte[] buffer = new byte[4096];
    try (InputStream in = socket.getInputStream()) {
      int count = in.read(buffer);
      while (count >= 0) {
        reader.read(buffer, count, this::accept);
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // closed
    } finally {
      ended.countDown();
    }
  }

  private void accept(Decoded<AshFrame> decoded) {
    if (decoded.toOptional().isEmpty()) {
      acknowledge(true);
      return;
    }
    AshFrame frame = decoded.toOptional().orElseThrow();
    if (frame instanceof AshFrame.Data data) {
      boolean isNew;
      synchronized (this) {
        isNew = data.number() == expected && acknowledges.get();
        expected = isNew ? (expected + 1) % 8 : expected;
      }
      if (acknowledges.get()) {
        acknowledge(!isNew && !data.retransmitted());
      }
      if (isNew) {
        dispatch(data.payload());
      }
    } else if (frame instanceof AshFrame.ResetAck || frame instanceof AshFrame.Error) {
      resets.add(frame);
    }
  }

  private void acknowledge(boolean negatively) {
    try {
      synchronized (this) {
        writer.write(
            negatively
                ? new AshFrame.Nak(notReady, expected)
                : new AshFrame.Ack(notReady, expected));
        socket.getOutputStream().write(writer.take());
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void dispatch(Octets payload) {
    boolean callback = payload.size() > 4 && (payload.at(1) & 0x10) != 0;
    if (callback) {
      callbacks.add(
          new Callback(payload.at(3) | payload.at(4) << 8, payload.slice(5, payload.size())));
    } else {
      responses.add(payload);
    }
  }
}
