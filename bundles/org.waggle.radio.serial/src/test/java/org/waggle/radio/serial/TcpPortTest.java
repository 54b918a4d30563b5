package org.waggle.radio.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings.FlowControl;

@Timeout(20)
class TcpPortTest {

  private final RadioPorts ports = new MachinePorts();
  private ServerSocket server;
  private String name;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    name = "tcp://localhost:" + server.getLocalPort();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void carriesOctetsBothWays() throws Exception {
    try (RadioPort port = open();
        Socket peer = server.accept()) {
      port.write("_hello_".getBytes(US_ASCII), 1, 5);
      assertThat(peer.getInputStream().readNBytes(5)).asString(US_ASCII).isEqualTo("hello");

      peer.getOutputStream().write("answer".getBytes(US_ASCII));
      assertThat(read(port)).isEqualTo("answer");
    }
  }

  @Test
  void readsUntilTheOtherSideCloses() throws Exception {
    try (RadioPort port = open()) {
      Socket peer = server.accept();
      peer.getOutputStream().write('x');
      peer.close();

      assertThat(read(port)).isEqualTo("x");
      assertThat(port.read(new byte[9])).isEqualTo(-1);
    }
  }

  @Test
  void letsReaderGoWhenClosed() throws Exception {
    RadioPort port = open();
    CompletableFuture<Integer> read = inBackground(() -> port.read(new byte[9]));
    assertThat(read).isNotDone();

    port.close();
    port.close();

    assertThat(read.get(2, TimeUnit.SECONDS)).isEqualTo(-1);
    assertThatThrownBy(() -> port.write(new byte[1], 0, 1)).isInstanceOf(IOException.class);
    try (Socket peer = server.accept()) {
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void failsReadsWhenTheConnectionIsReset() throws Exception {
    try (RadioPort port = open()) {
      Socket peer = server.accept();
      peer.setSoLinger(true, 0);
      peer.close();

      assertThatThrownBy(() -> port.read(new byte[9])).isInstanceOf(IOException.class);
    }
  }

  @Test
  void givesUpWritingToPeerThatTakesNothing() throws Exception {
    try (RadioPort port = open();
        Socket peer = server.accept()) {
      byte[] much = new byte[64 * 1024 * 1024];

      assertThatThrownBy(() -> port.write(much, 0, much.length))
          .isInstanceOf(IOException.class)
          .hasMessage("the other side took nothing for a second");
      assertThat(peer.isClosed()).isFalse();
    }
  }

  @Test
  void saysThatNothingListens() throws Exception {
    server.close();

    assertThatThrownBy(this::open)
        .satisfies(unavailable())
        .hasMessage(
            "Cannot connect to %s: the connection was refused; nothing listens there", name);
  }

  @Test
  void saysThatTheHostIsUnknown() {
    name = "tcp://stick.invalid:20108";

    assertThatThrownBy(this::open)
        .satisfies(unavailable())
        .hasMessage("Cannot connect to %s: the host stick.invalid is not known", name);
  }

  @Test
  void saysHowTcpPortsAreWritten() {
    name = "tcp://localhost";

    assertThatThrownBy(this::open)
        .satisfies(unavailable())
        .hasMessage("'tcp://localhost' is not tcp://host:port");
  }

  private RadioPort open() {
    return ports.open(name, 115_200, FlowControl.NONE);
  }

  static Consumer<Throwable> unavailable() {
    return e -> assertThat(((RadioException) e).reason()).isEqualTo(Reason.PORT_UNAVAILABLE);
  }

  static String read(RadioPort port) throws IOException {
    byte[] buffer = new byte[4096];
    int count = port.read(buffer);
    return count < 0 ? "" : new String(buffer, 0, count, US_ASCII);
  }

  static <T> CompletableFuture<T> inBackground(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(task.call());
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }
}
