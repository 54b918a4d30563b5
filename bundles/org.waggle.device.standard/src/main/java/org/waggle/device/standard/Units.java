package org.waggle.device.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Units of measurement by the numbers that controllers have for them. */
final class Units {

  /** Physical quantities of analog inputs and outputs (ZCL 3.14.11.19.1). */
  private static final List<String> APPLICATION_TYPES =
      List.of(
          "°C", "%", "Pa", "L/s", "%", "ppm", "rpm", "A", "Hz", "W", "kW", "kWh", "", "kJ/kg", "s");

  private static final Map<Integer, String> BACNET = read();

  private Units() {}

  static Optional<String> ofApplicationType(int applicationType) {
    int quantity = applicationType >> 16 & 0xFF;
    return quantity < APPLICATION_TYPES.size()
        ? Optional.of(APPLICATION_TYPES.get(quantity)).filter(unit -> !unit.isEmpty())
        : Optional.empty();
  }

  /** By BACnet's enumeration of engineering units. */
  static Optional<String> ofBacnet(int unit) {
    return Optional.ofNullable(BACNET.get(unit));
  }

  private static Map<Integer, String> read() {
    try (InputStream in =
        Objects.requireNonNull(Units.class.getResourceAsStream("bacnet-units.txt"))) {
      Map<Integer, String> units = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                int equals = line.indexOf('=');
                units.put(Integer.parseInt(line.substring(0, equals)), line.substring(equals + 1));
              });
      return Map.copyOf(units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
