package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.ember.Awaiting.await;
import static org.waggle.radio.ember.Awaiting.reason;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;
import org.waggle.radio.api.ZigbeeRadio;

class ProbeTest {

  private static final String PORT = "/dev/ttyUSB0";

  /** A stick that answers at one speed. */
  private static final class OneStick implements RadioPorts {

    final List<String> tried = new CopyOnWriteArrayList<>();
    private final String answers;
    private final List<SerialPortInfo> known;
    private int version = ScriptedNcp.VERSION;

    OneStick(String answers, SerialPortInfo... known) {
      this.answers = answers;
      this.known = List.of(known);
    }

    @Override
    public List<SerialPortInfo> serialPorts() {
      return known;
    }

    @Override
    public RadioPort open(String port, int baudRate, FlowControl flowControl) {
      String way = baudRate + " " + flowControl;
      tried.add(way);
      ScriptedNcp ncp = new ScriptedNcp().version(version);
      if (!way.equals(answers)) {
        ncp.mute();
      }
      return ncp;
    }
  }

  @AfterEach
  void leavesNoThread() throws Exception {
    RadioThreads.assertNone(PORT);
  }

  @Test
  void findsTheSpeed() throws Exception {
    OneStick stick = new OneStick("57600 NONE");

    assertThat(await(new EmberRadios(stick).probe(RadioSettings.on(PORT))))
        .contains(settings(57_600, FlowControl.NONE));
    assertThat(stick.tried).containsExactly("115200 NONE", "460800 NONE", "57600 NONE");
  }

  @Test
  void triesFirstWhatTheStickUsuallyNeeds() throws Exception {
    OneStick stick =
        new OneStick(
            "460800 HARDWARE", KnownSticksTest.port("303a", "4001", "", "Nabu Casa ZBT-2"));

    assertThat(await(new EmberRadios(stick).probe(RadioSettings.on(PORT))))
        .contains(settings(460_800, FlowControl.HARDWARE));
    assertThat(stick.tried).containsExactly("460800 HARDWARE");
  }

  @Test
  void triesOnlyWhatTheSettingsLeaveOpen() throws Exception {
    OneStick stick = new OneStick("none");
    RadioSettings settings = settings(115_200, FlowControl.HARDWARE);

    assertThat(await(new EmberRadios(stick).probe(settings))).isEmpty();
    assertThat(stick.tried).containsExactly("115200 HARDWARE");
  }

  @Test
  void findsACoordinatorWhoseFirmwareIsTooOldAsWell() throws Exception {
    OneStick stick = new OneStick("115200 NONE");
    stick.version = 4;

    assertThat(await(new EmberRadios(stick).probe(RadioSettings.on(PORT)))).isPresent();
  }

  @Test
  void saysWhenThePortCannotBeOpened() {
    RadioPorts none =
        new RadioPorts() {
          @Override
          public List<SerialPortInfo> serialPorts() {
            return List.of();
          }

          @Override
          public RadioPort open(String port, int baudRate, FlowControl flowControl) {
            throw new RadioException(Reason.PORT_UNAVAILABLE, "It is in use");
          }
        };

    assertThatThrownBy(() -> await(new EmberRadios(none).probe(RadioSettings.on(PORT))))
        .cause()
        .satisfies(reason(Reason.PORT_UNAVAILABLE))
        .hasMessage("It is in use");
  }

  @Test
  void opensAStickTheWayItUsuallyNeeds() throws Exception {
    OneStick stick =
        new OneStick(
            "115200 HARDWARE", KnownSticksTest.port("10c4", "ea60", "", "SkyConnect v1.0"));

    try (ZigbeeRadio radio = new EmberRadios(stick).create(RadioSettings.on(PORT), new Heard())) {
      await(radio.open());
    }

    assertThat(stick.tried).containsExactly("115200 HARDWARE");
  }

  private static RadioSettings settings(int baudRate, FlowControl flowControl) {
    return new RadioSettings(PORT, OptionalInt.of(baudRate), flowControl, OptionalInt.empty());
  }
}
