package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Link keys with which devices may join for a while. */
final class TransientKeys {

  record Entry(IeeeAddress device, Octets key, long expires) {

    int remainingSeconds() {
      return (int) Math.max(0, TimeUnit.NANOSECONDS.toSeconds(expires - System.nanoTime()));
    }
  }

  /** Stands for every device. */
  private static final IeeeAddress ANY = new IeeeAddress(-1);

  private final List<Entry> entries = new ArrayList<>();

  void add(IeeeAddress device, Octets key, Duration life) {
    entries.removeIf(entry -> entry.device.equals(device));
    entries.add(new Entry(device, key, System.nanoTime() + life.toNanos()));
  }

  void clear() {
    entries.clear();
  }

  List<Entry> entries() {
    long now = System.nanoTime();
    entries.removeIf(entry -> entry.expires - now < 0);
    return List.copyOf(entries);
  }

  Optional<Entry> entry(int index) {
    return entries().stream().skip(index).findFirst();
  }

  Optional<Entry> entry(IeeeAddress device) {
    return entries().stream().filter(entry -> entry.device.equals(device)).findFirst();
  }

  boolean admits(IeeeAddress device, Octets key) {
    return entries().stream()
        .anyMatch(
            entry ->
                entry.key.equals(key) && (entry.device.equals(ANY) || entry.device.equals(device)));
  }
}
