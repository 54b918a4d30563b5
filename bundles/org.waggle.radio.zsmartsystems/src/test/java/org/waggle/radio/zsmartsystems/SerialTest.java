package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.zsmartsystems.Stages.await;
import static org.waggle.radio.zsmartsystems.Stages.reason;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.zcl.Octets;

/**
 * A pseudo terminal stands for the serial port; Python makes it, so without Python it is skipped.
 */
@DisabledOnOs(OS.WINDOWS)
class SerialTest {

  /** Joins a new pseudo terminal with a TCP port and tells its name. */
  private static final String BRIDGE =
      """
      import os, pty, select, socket, sys, tty
      master, slave = pty.openpty()
      tty.setraw(slave)
      peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
      print(os.ttyname(slave), flush=True)
      while True:
          for ready in select.select([master, peer, sys.stdin], [], [])[0]:
              if ready is sys.stdin:
                  sys.exit()
              if ready is peer:
                  os.write(master, peer.recv(4096))
              else:
                  peer.sendall(os.read(master, 4096))
      """;

  private final Heard heard = new Heard();
  private ScriptedNcp ncp;
  private Process bridge;
  private ZigbeeRadio radio;

  @BeforeEach
  void open() throws Exception {
    ncp = new ScriptedNcp().withNetwork();
    String tcpPort = ncp.port().substring(ncp.port().lastIndexOf(':') + 1);
    try {
      bridge = new ProcessBuilder("python3", "-c", BRIDGE, tcpPort).start();
    } catch (IOException e) {
      ncp.close();
      Assumptions.abort("There is no python3");
    }
    BufferedReader output =
        new BufferedReader(new InputStreamReader(bridge.getInputStream(), StandardCharsets.UTF_8));
    radio =
        new ZsmartsystemsRadios(new MachinePorts())
            .create(RadioSettings.on(output.readLine()), heard);
    await(radio.open());
  }

  @AfterEach
  void close() throws Exception {
    if (radio != null) {
      radio.close();
      bridge.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      ncp.close();
    }
  }

  @Test
  void talksToACoordinatorOnASerialPort() throws Exception {
    assertThat(await(radio.resume())).isPresent();
    for (int i = 0; i < 200; i++) {
      ncp.incoming(0, 0x1000, 0, i, Octets.of(0x11, 0x13, 0x0A, 0x0D, 0x03, i));
    }

    for (int i = 0; i < 200; i++) {
      assertThat(heard.next(ApsIndication.class).payload())
          .isEqualTo(Octets.of(0x11, 0x13, 0x0A, 0x0D, 0x03, i));
    }
  }

  @Test
  void isDownAtOnceWhenTheStickIsPulled() throws Exception {
    bridge.getOutputStream().close();

    assertThat(heard.down.get(2, TimeUnit.SECONDS)).satisfies(reason(Reason.LINK_LOST));
    assertThatThrownBy(() -> await(radio.networkKey())).cause().satisfies(reason(Reason.LINK_LOST));
  }

  @Test
  void closesQuickly() {
    long start = System.nanoTime();

    radio.close();

    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }
}
