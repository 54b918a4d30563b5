package org.waggle.radio.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.serial.TcpPortTest.inBackground;
import static org.waggle.radio.serial.TcpPortTest.read;
import static org.waggle.radio.serial.TcpPortTest.unavailable;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings.FlowControl;

@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class SerialLineTest {

  private final RadioPorts ports = new MachinePorts();
  private Pty pty;

  @BeforeEach
  void plugIn() throws IOException {
    pty = new Pty();
  }

  @AfterEach
  void pull() throws IOException {
    pty.close();
  }

  @Test
  void carriesAllOctetsBothWays() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (RadioPort port = open(FlowControl.NONE)) {
      port.write(all, 0, all.length);
      assertThat(pty.receive(all.length)).isEqualTo(all);

      pty.send(all);
      byte[] heard = new byte[all.length];
      for (int count = 0; count < all.length; ) {
        byte[] some = new byte[all.length];
        int length = port.read(some);
        System.arraycopy(some, 0, heard, count, length);
        count += length;
      }
      assertThat(heard).isEqualTo(all);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 115200 8 CLOCAL",
    "HARDWARE, 115200 8 CLOCAL CRTSCTS",
    "SOFTWARE, 115200 8 CLOCAL IXOFF IXON"
  })
  void setsTheLine(FlowControl flowControl, String settings) throws Exception {
    try (RadioPort port = open(flowControl)) {
      assertThat(port).isNotNull();
      assertThat(pty.settings()).isEqualTo(settings);
    }
  }

  @Test
  void setsTheBaudRate() throws Exception {
    try (RadioPort port = ports.open(pty.path(), 460_800, FlowControl.NONE)) {
      assertThat(port).isNotNull();
      assertThat(pty.settings()).startsWith("460800 8");
    }
  }

  @Test
  void isOpenOnlyOnceAtATime() {
    RadioPort port = open(FlowControl.NONE);
    try (port) {
      assertThatThrownBy(() -> open(FlowControl.NONE))
          .satisfies(unavailable())
          .hasMessage("Serial port %s is in use already", pty.path());
    }

    open(FlowControl.NONE).close();
  }

  @Test
  void respectsTheLockOfAnotherProgram() throws Exception {
    String script =
        "import fcntl, sys; f = open(sys.argv[1]); fcntl.flock(f, fcntl.LOCK_EX);"
            + " print('locked', flush=True); sys.stdin.readline()";
    Process other = new ProcessBuilder("python3", "-c", script, pty.path()).start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");

      assertThatThrownBy(() -> open(FlowControl.NONE))
          .satisfies(unavailable())
          .hasMessage("Serial port %s is in use by another program", pty.path());
    } finally {
      other.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void noticesAtOnceThatTheStickIsPulled() throws Exception {
    try (RadioPort port = open(FlowControl.NONE)) {
      CompletableFuture<Integer> read = inBackground(() -> port.read(new byte[9]));
      pty.send(new byte[1]);
      assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo(1);
      CompletableFuture<Integer> next = inBackground(() -> port.read(new byte[9]));

      pty.close();

      assertThat(next)
          .failsWithin(250, TimeUnit.MILLISECONDS)
          .withThrowableOfType(java.util.concurrent.ExecutionException.class)
          .withCauseInstanceOf(IOException.class)
          .withMessageContaining("unplugged");
      assertThatThrownBy(() -> port.write(new byte[1], 0, 1)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void letsReaderGoAtOnceWhenClosed() throws Exception {
    RadioPort port = open(FlowControl.NONE);
    CompletableFuture<Integer> read = inBackground(() -> port.read(new byte[9]));
    pty.send(new byte[1]);
    assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo(1);
    CompletableFuture<Integer> next = inBackground(() -> port.read(new byte[9]));

    port.close();
    port.close();

    assertThat(next.get(100, TimeUnit.MILLISECONDS)).isEqualTo(-1);
    assertThat(port.read(new byte[9])).isEqualTo(-1);
    assertThatThrownBy(() -> port.write(new byte[1], 0, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("the port is closed");
  }

  @Test
  void givesUpWritingToStickThatTakesNothing() throws Exception {
    pty.becomeDeaf();
    try (RadioPort port = open(FlowControl.NONE)) {
      CompletableFuture<Integer> read = inBackground(() -> port.read(new byte[9]));
      byte[] much = new byte[1024 * 1024];

      assertThatThrownBy(() -> port.write(much, 0, much.length))
          .isInstanceOf(IOException.class)
          .hasMessage("the port took nothing for a second");
      assertThat(read).failsWithin(2, TimeUnit.SECONDS);
    }
  }

  @Test
  void canBeOpenedAgainAfterReplug() throws Exception {
    RadioPort port = open(FlowControl.NONE);
    pty.close();
    port.close();

    try (Pty replugged = new Pty();
        RadioPort again = ports.open(replugged.path(), 115_200, FlowControl.NONE)) {
      replugged.send("hello".getBytes(US_ASCII));
      assertThat(read(again)).isNotEmpty();
    }
  }

  @Test
  void saysWhichPortsThereAreInstead() {
    assertThatThrownBy(() -> ports.open("/dev/ttyNONE7", 115_200, FlowControl.NONE))
        .satisfies(unavailable())
        .hasMessageMatching(
            "Serial port /dev/ttyNONE7 does not exist;"
                + " there (are /dev/.*|is no serial port at all)");
  }

  private RadioPort open(FlowControl flowControl) {
    return ports.open(pty.path(), 115_200, flowControl);
  }
}
