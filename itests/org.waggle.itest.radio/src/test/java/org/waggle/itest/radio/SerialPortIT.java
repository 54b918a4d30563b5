package org.waggle.itest.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.itest.processes.Opened;
import org.waggle.itest.processes.SimulatedHouse;
import org.waggle.zigbee.api.NetworkStatus;

/** A stick at a serial port, which is unplugged and comes back under another name. */
@EnabledOnOs(OS.LINUX)
class SerialPortIT {

  private static final int BAUD_RATE = 57_600;
  private static final int DEVICES = 4;
  private static final int LAMPS = 3;

  @TempDir private Path scratch;
  private final Opened opened = new Opened();
  private SimulatedHouse house;
  private PseudoTerminal terminal;

  /** What stays the same, as below {@code /dev/serial/by-id}. */
  private Path stick;

  private Home home;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(PseudoTerminal.canBeMade(), "There is no Perl, or no terminal");
    house = Home.house(scratch, DEVICES, 1);
    terminal = opened.add(PseudoTerminal.before(house.radioPort(), scratch));
    stick = scratch.resolve("usb-Silicon_Labs_stick-if00-port0");
    Files.createSymbolicLink(stick, terminal.path());
    home =
        opened.add(
            Home.start(
                house,
                "home",
                scratch,
                DEVICES,
                Map.of("port", stick.toString(), "baud_rate", Integer.toString(BAUD_RATE))));
  }

  @AfterEach
  void stop() {
    opened.close();
  }

  @Test
  void isOpenedAtTheBaudRateThatIsConfigured() throws Exception {
    assertThat(terminal.baudRate()).isEqualTo(BAUD_RATE);
    assertAllAnswered(200);
  }

  @Test
  void isFoundAgainUnderAnotherName() throws Exception {
    assertAllAnswered(50);
    PseudoTerminal other = opened.add(PseudoTerminal.before(house.radioPort(), scratch));

    unplug();
    home.await(NetworkStatus.State.WAITING_FOR_PORT);
    Files.createSymbolicLink(stick, other.path());

    home.await(NetworkStatus.State.ONLINE);
    assertThat(other.path()).isNotEqualTo(terminal.path());
    assertThat(other.baudRate()).isEqualTo(BAUD_RATE);
    assertAllAnswered(50);
  }

  private void unplug() throws IOException {
    Files.delete(stick);
    terminal.close();
  }

  private void assertAllAnswered(int count) throws Exception {
    List<Load.Outcome> outcomes =
        Load.run(home.network(), home.lamps(LAMPS), count).get(30, TimeUnit.SECONDS);

    assertThat(outcomes).hasSize(count).allMatch(outcome -> outcome.answered() == 1);
  }
}
