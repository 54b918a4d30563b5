package org.waggle.radio.ember;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;
import org.waggle.radio.serial.MachinePorts;

class KnownSticksTest {

  private final EmberRadios radios = new EmberRadios(new MachinePorts());

  @ParameterizedTest
  @CsvSource({
    "1a86, 55d4, usb-ITEAD_SONOFF_Zigbee_3.0_USB_Dongle_Plus_V2_2024-if00, 115200, NONE",
    "10c4, ea60, usb-Itead_Sonoff_Zigbee_3.0_USB_Dongle_Plus_V2_a6ee-if00-port0, 115200, NONE",
    "10c4, ea60, usb-SONOFF_SONOFF_Dongle_Max_MG24_0896-if00-port0, 115200, NONE",
    "10c4, ea60, usb-SONOFF_SONOFF_Dongle_Plus_MG24_b023-if00-port0, 115200, NONE",
    "10c4, ea60, usb-SONOFF_SONOFF_Dongle_Lite_MG21_c82f-if00-port0, 115200, NONE",
    "10c4, ea60, usb-Nabu_Casa_SkyConnect_v1.0_3abe-if00-port0, 115200, HARDWARE",
    "10c4, ea60, usb-Nabu_Casa_Home_Assistant_Connect_ZBT-1_1234-if00-port0, 115200, HARDWARE",
    "303a, 4001, usb-Nabu_Casa_ZBT-2_10B41DE58D6C-if00, 460800, HARDWARE",
    "10c4, ea60, usb-SMLIGHT_SMLIGHT_SLZB-07_be9f-if00-port0, 115200, HARDWARE",
    "10c4, ea60, usb-SMLIGHT_SMLIGHT_SLZB-07mg24_be9f-if00-port0, 115200, HARDWARE",
    "10c4, ea60, usb-SMLIGHT_SMLIGHT_SLZB-06M_be9f-if00-port0, 115200, NONE",
    "10c4, 8a2a, usb-Silicon_Labs_HubZ_Smart_Home_Controller_6130-if01-port0, 57600, NONE",
  })
  void recognizesSticks(
      String vendor, String product, String id, int baudRate, FlowControl flowControl) {
    SerialPortInfo port = port(vendor, product, id, "");

    assertThat(radios.recognize(port))
        .contains(
            new RadioSettings(
                "/dev/ttyUSB0", OptionalInt.of(baudRate), flowControl, OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "10c4, ea60, usb-ITead_Sonoff_Zigbee_3.0_USB_Dongle_Plus_b8b4-if00-port0", // Z-Stack
    "10c4, ea60, usb-SONOFF_SONOFF_Dongle_Plus_CC2674P10_141f-if00-port0",
    "10c4, ea60, usb-SMLIGHT_SMLIGHT_SLZB-07p7_be9f-if00-port0",
    "10c4, ea60, usb-Silicon_Labs_CP2102_USB_to_UART_Bridge_Controller_0001-if00-port0",
    "10c4, 8a2a, usb-Silicon_Labs_HubZ_Smart_Home_Controller_6130-if00-port0", // Z-Wave
    "1cf1, 0030, usb-dresden_elektronik_ingenieurtechnik_GmbH_ConBee_II_DE21-if00",
    "1a86, 55d4, usb-1a86_USB_Single_Serial_54DD002111-if00"
  })
  void recognizesNothingElse(String vendor, String product, String id) {
    assertThat(radios.recognize(port(vendor, product, id, ""))).isEmpty();
  }

  @Test
  void recognizesSticksByTheNamesThatTheyTell() {
    SerialPortInfo port = port("10c4", "ea60", "", "SkyConnect v1.0");

    assertThat(radios.recognize(port)).isPresent();
    assertThat(
            radios.recognize(
                new SerialPortInfo(
                    "/dev/ttyS0",
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    "",
                    "",
                    "")))
        .isEmpty();
  }

  static SerialPortInfo port(String vendor, String product, String id, String name) {
    return new SerialPortInfo(
        "/dev/ttyUSB0",
        id.isEmpty() ? Optional.empty() : Optional.of(id),
        OptionalInt.of(Integer.parseInt(vendor, 16)),
        OptionalInt.of(Integer.parseInt(product, 16)),
        "",
        "",
        name);
  }
}
