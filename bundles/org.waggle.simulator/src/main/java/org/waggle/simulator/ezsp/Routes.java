package org.waggle.simulator.ezsp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a concentrator knows of the ways to the devices, which are all in its reach unless told. */
final class Routes {

  static final int LOW_RAM = 0xFFF8;

  private enum Concentrator {
    OFF,
    /** Each message is preceded by a route record. */
    LOW_RAM,
    /** The first message after a route request is preceded by a route record. */
    HIGH_RAM
  }

  private final Map<Integer, List<Integer>> relays = new HashMap<>();
  private final Set<Integer> recorded = new HashSet<>();
  private Concentrator concentrator = Concentrator.OFF;

  void clear() {
    relays.clear();
    recorded.clear();
    concentrator = Concentrator.OFF;
  }

  void concentrator(boolean on, int type) {
    if (!on) {
      concentrator = Concentrator.OFF;
    } else {
      concentrator = type == LOW_RAM ? Concentrator.LOW_RAM : Concentrator.HIGH_RAM;
    }
    requested();
  }

  /** A many-to-one route request went out. */
  void requested() {
    recorded.clear();
  }

  /** Whether a route record comes before the message that {@code address} sends now. */
  boolean recordsBefore(int address) {
    return switch (concentrator) {
      case OFF -> false;
      case LOW_RAM -> true;
      case HIGH_RAM -> recorded.add(address);
    };
  }

  List<Integer> relays(int address) {
    return relays.getOrDefault(address, List.of());
  }

  void relays(int address, List<Integer> path) {
    relays.put(address, List.copyOf(path));
  }

  /** The bytes that a source route takes in each frame to {@code address}; 0 without one. */
  int overhead(int address) {
    List<Integer> path = relays.get(address);
    return path == null ? 0 : 2 + 2 * path.size();
  }

  /** The addresses with a source route, in no particular order. */
  List<Integer> destinations() {
    return List.copyOf(relays.keySet());
  }
}
