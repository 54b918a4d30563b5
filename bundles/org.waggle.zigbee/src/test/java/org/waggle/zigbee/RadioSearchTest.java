package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.zigbee.api.DocumentStore;
import org.waggle.zigbee.api.NetworkStatus.State;

/** Port, adapter and line are found without being configured. */
class RadioSearchTest {

  private static final String USB0 = "/dev/test/ttyUSB0";
  private static final String USB1 = "/dev/test/ttyUSB1";

  @TempDir private Path directory;
  private final FakeStick stick = new FakeStick();
  private final FakePorts ports = new FakePorts();
  private final PortClaims claims = new PortClaims();
  private final DocumentStore store = new MemoryStore();

  private Bench bench(String port, String adapter) {
    return bench(port, adapter, OptionalInt.empty());
  }

  private Bench bench(String port, String adapter, OptionalInt baudRate) {
    return bench("home", stick, store, port, adapter, baudRate);
  }

  private Bench bench(
      String name,
      FakeStick used,
      DocumentStore kept,
      String port,
      String adapter,
      OptionalInt baudRate) {
    Settings settings =
        new Settings(
            adapter,
            new RadioSettings(port, baudRate, FlowControl.AUTO, OptionalInt.of(5)),
            11,
            Bench.SETTINGS.panId(),
            Bench.SETTINGS.extendedPanId(),
            Bench.SETTINGS.networkKey(),
            16,
            false,
            Optional.empty());
    return new Bench(name, used, settings, time -> kept, claims, ports);
  }

  private Bench another(String name, FakeStick used, String port) {
    return bench(name, used, new MemoryStore(), port, "auto", OptionalInt.empty());
  }

  private static RadioSettings line(String port, int baudRate, FlowControl flowControl) {
    return new RadioSettings(port, OptionalInt.of(baudRate), flowControl, OptionalInt.of(5));
  }

  @Test
  void takesTheOnlyStickThatARadioRecognizes() {
    ports.plug(FakePorts.stick(USB0, "printer"));
    ports.plug(FakePorts.stick(USB1, "A"));
    stick.recognized = port -> port.serialNumber().equals("A");

    Bench bench = bench("", "auto").start();

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(bench.network.status().adapter()).isEqualTo("ember");
    assertThat(stick.settings).containsExactly(line(USB1, 230_400, FlowControl.HARDWARE));
    assertThat(stick.calls).doesNotContain("probe");
  }

  @Test
  void prefersTheConfiguredBaudRate() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.recognized = port -> true;

    bench("", "auto", OptionalInt.of(57_600)).start();

    assertThat(stick.settings).containsExactly(line(USB0, 57_600, FlowControl.HARDWARE));
  }

  @Test
  void namesTheSticksAmongWhichItCannotDecide() {
    ports.plug(FakePorts.stick(USB0, "A"));
    ports.plug(FakePorts.stick(USB1, "B"));
    stick.recognized = port -> true;

    Bench bench = bench("", "auto").start();

    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(bench.network.status().reason())
        .isEqualTo(
            "Several coordinators are there: %s (Stick A), %s (Stick B);"
                + " say which one by setting port in org.waggle.zigbee~home",
            USB0, USB1);

    ports.pull(USB0);
    bench.advance(1);

    assertThat(bench.network.status().port()).isEqualTo(USB1);
  }

  @Test
  void namesThePortsAmongWhichNoneIsRecognized() {
    ports.plug(FakePorts.stick(USB0, "printer"));

    Bench bench = bench("", "auto").start();

    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(bench.network.status().reason())
        .startsWith("No coordinator is recognized among " + USB0 + " (Stick printer)")
        .contains("set port in org.waggle.zigbee~home");
  }

  @Test
  void probesWhatItDoesNotRecognizeAndRemembersWhatItFound() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.probed = open -> Optional.of(line(open.port(), 460_800, FlowControl.HARDWARE));
    Bench first = bench(USB0, "auto").start();
    assertThat(first.state()).isEqualTo(State.ONLINE);
    assertThat(stick.calls).containsOnlyOnce("probe");
    first.done(first.parts.stop());

    bench(USB0, "auto").start();

    assertThat(stick.calls).containsOnlyOnce("probe");
    assertThat(stick.settings)
        .containsExactly(
            line(USB0, 460_800, FlowControl.HARDWARE), line(USB0, 460_800, FlowControl.HARDWARE));
  }

  @Test
  void probesAnewWhenNobodyAnswersAsRemembered() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.probed = open -> Optional.of(line(open.port(), 460_800, FlowControl.NONE));
    Bench bench = bench(USB0, "auto").start();
    stick.fault = Optional.of(new RadioException(Reason.NO_COORDINATOR, "silent"));
    stick.down();
    bench.advance(1);
    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);
    stick.fault = Optional.empty();
    stick.probed = open -> Optional.of(line(open.port(), 57_600, FlowControl.NONE));

    bench.advance(2);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(stick.settings).endsWith(line(USB0, 57_600, FlowControl.NONE));
  }

  @Test
  void probesTheRadiosInTheOrderOfTheirRanking() {
    ports.plug(FakePorts.stick(USB0, "A"));
    FakeStick other = new FakeStick();
    other.probed = open -> Optional.of(line(open.port(), 115_200, FlowControl.NONE));
    stick.probed = other.probed;
    Bench bench = bench(USB0, "auto");
    bench.providers.add(other, Map.of("adapter", "zstack", "service.ranking", 10));

    bench.start();

    assertThat(bench.network.status().adapter()).isEqualTo("zstack");
    assertThat(stick.calls).isEmpty();
  }

  @Test
  void saysThatNobodyAnswers() {
    ports.plug(FakePorts.stick(USB0, "A"));

    Bench bench = bench(USB0, "auto").start();

    assertThat(bench.state()).isEqualTo(State.BACKING_OFF);
    assertThat(bench.network.status().reason())
        .isEqualTo(
            USB0 + ": No coordinator answers there in a protocol that an installed radio speaks");
    assertThat(stick.radios).isZero();
  }

  @Test
  void opensWithoutProbingWhatOnlyOneRadioComesIntoQuestionFor() {
    Bench bench = bench("tcp://stick:6638", "auto").start();

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(stick.calls).doesNotContain("probe");
  }

  @Test
  void opensWhatWasAskedForThoughItCannotBeProbed() {
    ports.plug(FakePorts.stick(USB0, "A"));

    Bench bench = bench(USB0, "ember").start();

    assertThat(bench.state()).isEqualTo(State.ONLINE);
    assertThat(stick.settings)
        .containsExactly(
            new RadioSettings(USB0, OptionalInt.empty(), FlowControl.AUTO, OptionalInt.of(5)));
  }

  @Test
  void neverTakesTheStickOfAnotherNetwork() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.recognized = port -> true;
    Bench first = bench("", "auto").start();
    FakeStick other = new FakeStick();
    other.recognized = port -> true;

    Bench automatic = another("attic", other, "").start();
    Bench named = another("shed", other, USB0).start();

    assertThat(automatic.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(named.network.status().reason())
        .isEqualTo(USB0 + " is in use by the network \"home\"");
    assertThat(other.radios).isZero();

    first.done(first.parts.stop());
    named.time.settle();

    assertThat(named.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void keepsItsStickWhileThatIsUnplugged() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.recognized = port -> true;
    Bench home = bench("", "auto").start();
    ports.pull(USB0);
    stick.down();
    home.advance(1);
    FakeStick other = new FakeStick();
    other.recognized = port -> true;
    Bench attic = another("attic", other, "").start();

    ports.plug(FakePorts.stick(USB1, "A"));
    attic.advance(5);
    home.advance(5);

    assertThat(attic.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(home.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void takesAStickThatIsPluggedInInPlaceOfTheOldOneButNoBystander() {
    ports.plug(FakePorts.stick(USB0, "A"));
    stick.recognized = port -> port.serialNumber().equals("A");
    Bench bench = bench("", "auto").start();
    ports.plug(FakePorts.stick(USB1, "B"));
    stick.down();
    bench.advance(1);
    assertThat(bench.state()).isEqualTo(State.ONLINE);
    stick.recognized = port -> true;

    ports.pull(USB0);
    stick.down();
    bench.advance(5);

    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);
    assertThat(bench.network.status().reason()).contains("does not replace it", "Stick B");

    ports.pull(USB1);
    ports.plug(FakePorts.stick(USB0, "C"));
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void findsAPortThatNobodyListsByItsPath() throws Exception {
    Path terminal = directory.resolve("pts");
    Bench bench = bench(terminal.toString(), "ember").start();
    assertThat(bench.state()).isEqualTo(State.WAITING_FOR_PORT);

    Files.createFile(terminal);
    bench.advance(1);

    assertThat(bench.state()).isEqualTo(State.ONLINE);
  }
}
