package org.waggle.radio.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.SerialPortInfo;

/**
 * The serial ports of a Linux machine, as sysfs describes them. Unlike the driver's list it opens
 * none, and names what is plugged in even where udev made no links.
 */
final class SysfsPorts {

  /** A tty of a USB adapter is at most that many folders below its USB device. */
  private static final int DEPTH = 5;

  private final Path ttys;
  private final Path devices;

  /**
   * @param ttys {@code /sys/class/tty}
   * @param devices {@code /dev}
   */
  SysfsPorts(Path ttys, Path devices) {
    this.ttys = ttys;
    this.devices = devices;
  }

  List<SerialPortInfo> list() {
    Map<Path, String> links = links();
    List<StableIds.Port> found = new ArrayList<>();
    for (Path tty : entries(ttys)) {
      Path path = devices.resolve(tty.getFileName().toString());
      if (isPort(tty) && Files.exists(path)) {
        found.add(describe(tty, path, links));
      }
    }
    return StableIds.distinct(found);
  }

  /** Consoles and pseudo terminals have no driver; UARTs that are not there have the type 0. */
  private static boolean isPort(Path tty) {
    return Files.exists(tty.resolve("device/driver")) && !text(tty.resolve("type")).equals("0");
  }

  private static StableIds.Port describe(Path tty, Path path, Map<Path, String> links) {
    Path usb = null;
    String part = "";
    Path folder = real(tty.resolve("device"));
    for (int i = 0; i < DEPTH && folder != null && usb == null; i++) {
      String number = text(folder.resolve("bInterfaceNumber"));
      part = number.isEmpty() ? part : "if" + number;
      usb = Files.exists(folder.resolve("idVendor")) ? folder : null;
      folder = folder.getParent();
    }
    OptionalInt vendor = hex(usb, "idVendor");
    OptionalInt product = hex(usb, "idProduct");
    String serial = text(usb, "serial");
    String link = links.get(real(path));
    Optional<String> stableId =
        link != null ? Optional.of(link) : StableIds.ofUsb(vendor, product, serial, part);
    SerialPortInfo info =
        new SerialPortInfo(
            path.toString(),
            stableId,
            vendor,
            product,
            serial,
            text(usb, "manufacturer"),
            text(usb, "product"));
    return new StableIds.Port(info, usb == null ? "" : String.valueOf(usb.getFileName()));
  }

  /** udev's names, by what they lead to. */
  private Map<Path, String> links() {
    Map<Path, String> links = new HashMap<>();
    for (Path link : entries(devices.resolve("serial/by-id"))) {
      Path target = real(link);
      if (target != null) {
        links.put(target, link.getFileName().toString());
      }
    }
    return links;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // it went away meanwhile
    }
  }

  private static @Nullable Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return null; // it went away meanwhile
    }
  }

  private static OptionalInt hex(@Nullable Path folder, String name) {
    String text = text(folder, name);
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text, 16));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static String text(@Nullable Path folder, String name) {
    return folder == null ? "" : text(folder.resolve(name));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).trim();
    } catch (IOException e) {
      return ""; // not every device has every attribute
    }
  }
}
