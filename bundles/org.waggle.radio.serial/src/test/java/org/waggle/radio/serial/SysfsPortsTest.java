package org.waggle.radio.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.radio.api.SerialPortInfo;

@DisabledOnOs(OS.WINDOWS)
class SysfsPortsTest {

  @TempDir private Path machine;

  @Test
  void describesStickOnUsbSerialAdapter() throws IOException {
    Path usb = usb("1-1.2", "1a86", "55d4", "20220812153849");
    Files.writeString(usb.resolve("manufacturer"), "ITEAD\n");
    Files.writeString(usb.resolve("product"), "SONOFF Zigbee 3.0 USB Dongle Plus V2\n");
    tty("ttyUSB0", usb.resolve("1-1.2:1.0/ttyUSB0"));

    assertThat(ports().list())
        .containsExactly(
            new SerialPortInfo(
                machine.resolve("dev/ttyUSB0").toString(),
                Optional.of("usb-1a86-55d4-20220812153849-if00"),
                OptionalInt.of(0x1A86),
                OptionalInt.of(0x55D4),
                "20220812153849",
                "ITEAD",
                "SONOFF Zigbee 3.0 USB Dongle Plus V2"));
  }

  @Test
  void prefersTheNameThatUdevGave() throws IOException {
    tty("ttyACM3", usb("1-1.2", "1a86", "55d4", "77").resolve("1-1.2:1.0"));
    Path links = Files.createDirectories(machine.resolve("dev/serial/by-id"));
    Files.createSymbolicLink(links.resolve("usb-ITEAD_SONOFF_77-if00"), Path.of("../../ttyACM3"));

    assertThat(ports().list())
        .extracting(SerialPortInfo::stableId)
        .containsExactly(Optional.of("usb-ITEAD_SONOFF_77-if00"));
  }

  @Test
  void tellsSticksWithoutSerialNumberApartByTheirPlace() throws IOException {
    tty("ttyUSB0", usb("1-1", "1a86", "7523", "").resolve("1-1:1.0/ttyUSB0"));
    tty("ttyUSB1", usb("1-2", "1a86", "7523", "").resolve("1-2:1.0/ttyUSB1"));

    assertThat(ports().list())
        .extracting(SerialPortInfo::stableId)
        .containsExactly(
            Optional.of("usb-1a86-7523-if00-at-1-1"), Optional.of("usb-1a86-7523-if00-at-1-2"));
  }

  @Test
  void listsUartsOfTheBoardButNeitherAbsentOnesNorConsoles() throws IOException {
    Path present = tty("ttyAMA0", machine.resolve("sys/devices/uart0"));
    Files.writeString(present.resolve("type"), "32\n");
    Path absent = tty("ttyS1", machine.resolve("sys/devices/uart1"));
    Files.writeString(absent.resolve("type"), "0\n");
    Files.createDirectories(machine.resolve("sys/class/tty/tty0"));
    Files.createFile(machine.resolve("dev/tty0"));

    assertThat(ports().list())
        .containsExactly(
            new SerialPortInfo(
                machine.resolve("dev/ttyAMA0").toString(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                "",
                ""));
  }

  private SysfsPorts ports() {
    return new SysfsPorts(machine.resolve("sys/class/tty"), machine.resolve("dev"));
  }

  private Path usb(String place, String vendor, String product, String serial) throws IOException {
    Path usb = machine.resolve("sys/devices/usb1/" + place);
    Path part = Files.createDirectories(usb.resolve(place + ":1.0"));
    Files.writeString(usb.resolve("idVendor"), vendor + "\n");
    Files.writeString(usb.resolve("idProduct"), product + "\n");
    if (!serial.isEmpty()) {
      Files.writeString(usb.resolve("serial"), serial + "\n");
    }
    Files.writeString(part.resolve("bInterfaceNumber"), "00\n");
    return usb;
  }

  private Path tty(String name, Path device) throws IOException {
    Path tty = Files.createDirectories(machine.resolve("sys/class/tty/" + name));
    Files.createDirectories(device);
    Files.createDirectories(device.resolve("driver"));
    Files.createSymbolicLink(tty.resolve("device"), device);
    Files.createDirectories(machine.resolve("dev"));
    Files.createFile(machine.resolve("dev/" + name));
    return tty;
  }
}
