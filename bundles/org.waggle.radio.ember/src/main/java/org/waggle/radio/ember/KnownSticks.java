package org.waggle.radio.ember;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;

/**
 * USB sticks with EmberZNet firmware, as their makers ship them. Most have a UART chip that many
 * other things have too, so their names decide.
 */
final class KnownSticks {

  /**
   * How to talk to a stick.
   *
   * @param name for users
   */
  record Line(String name, int baudRate, FlowControl flowControl) {}

  private record Stick(int vendorId, int productId, Pattern names, Line line) {

    boolean is(SerialPortInfo port, String allNames) {
      return port.vendorId().equals(OptionalInt.of(vendorId))
          && port.productId().equals(OptionalInt.of(productId))
          && names.matcher(allNames).find();
    }
  }

  private static final int SILICON_LABS = 0x10C4;
  private static final int QINHENG = 0x1A86;
  private static final int ESPRESSIF = 0x303A;

  private static final int CP210X = 0xEA60;
  private static final int CP2105_HUBZ = 0x8A2A;
  private static final int CP2102_BITRON = 0x8B34;
  private static final int CH9102 = 0x55D4;
  private static final int CH340 = 0x7523;

  private static final int SLOW = 57_600;
  private static final int USUAL = 115_200;
  private static final int FAST = 460_800;

  private static final List<Stick> STICKS =
      List.of(
          stick("SONOFF ZBDongle-E", QINHENG, CH9102, "sonoff.*plus", USUAL, FlowControl.NONE),
          // Without "v2" it is the ZBDongle-P, which has Z-Stack.
          stick(
              "SONOFF ZBDongle-E",
              SILICON_LABS,
              CP210X,
              "sonoff.*plus.v2",
              USUAL,
              FlowControl.NONE),
          stick("SONOFF Dongle Max", SILICON_LABS, CP210X, "sonoff.*max", USUAL, FlowControl.NONE),
          stick(
              "SONOFF Dongle Plus MG24",
              SILICON_LABS,
              CP210X,
              "sonoff.*plus.*mg24",
              USUAL,
              FlowControl.NONE),
          stick(
              "SONOFF Dongle Lite MG21",
              SILICON_LABS,
              CP210X,
              "sonoff.*lite.*mg21",
              USUAL,
              FlowControl.NONE),
          stick(
              "Home Assistant SkyConnect",
              SILICON_LABS,
              CP210X,
              "skyconnect",
              USUAL,
              FlowControl.HARDWARE),
          stick(
              "Home Assistant Connect ZBT-1",
              SILICON_LABS,
              CP210X,
              "nabu.casa.*zbt.1",
              USUAL,
              FlowControl.HARDWARE),
          stick(
              "Home Assistant Connect ZBT-2",
              ESPRESSIF,
              0x4001,
              "nabu.casa.*zbt.2",
              FAST,
              FlowControl.HARDWARE),
          stick(
              "Home Assistant Connect ZBT-2",
              ESPRESSIF,
              0x831A,
              "nabu.casa.*zbt.2",
              FAST,
              FlowControl.HARDWARE),
          stick("SMLIGHT SLZB-06M", SILICON_LABS, CP210X, "slzb.06m", USUAL, FlowControl.NONE),
          // SLZB-07p7 and its like have Z-Stack.
          stick(
              "SMLIGHT SLZB-07", SILICON_LABS, CP210X, "slzb.07(?!p)", USUAL, FlowControl.HARDWARE),
          stick("Elelabs", SILICON_LABS, CP210X, "elelabs|elu013", USUAL, FlowControl.NONE),
          stick("Elelabs", QINHENG, CH340, "elelabs|elu013", USUAL, FlowControl.NONE),
          // Its other port is a Z-Wave controller.
          stick(
              "Nortek HUSBZB-1", SILICON_LABS, CP2105_HUBZ, "zigbee|if01", SLOW, FlowControl.NONE),
          stick("Bitron Video AV2010/10", SILICON_LABS, CP2102_BITRON, "", SLOW, FlowControl.NONE));

  private KnownSticks() {}

  private static Stick stick(
      String name, int vendorId, int productId, String names, int baudRate, FlowControl flow) {
    return new Stick(vendorId, productId, Pattern.compile(names), new Line(name, baudRate, flow));
  }

  static Optional<Line> find(SerialPortInfo port) {
    String names =
        String.join(" ", port.manufacturer(), port.product(), port.stableId().orElse(""))
            .toLowerCase(Locale.ROOT);
    return STICKS.stream().filter(stick -> stick.is(port, names)).findFirst().map(Stick::line);
  }
}
