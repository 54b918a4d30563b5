package org.waggle.itest.manifests;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may import whom among Waggle's bundles, without the common {@code org.waggle.} of the names.
 *
 * <p>A bundle that is not here may not be built: whoever adds one decides its place first.
 */
final class ImportTable {

  private static final Set<String> SPEC_SHEET = Set.of("device.api", "zcl");

  private static final Map<String, Set<String>> ROWS =
      Map.ofEntries(
          entry("zcl", Set.of()),
          entry("mqtt.api", Set.of()),
          entry("radio.api", Set.of("zcl")),
          entry("zigbee.api", Set.of("zcl")),
          entry("device.api", Set.of("zcl")),
          entry("bridge.api", Set.of("zcl", "zigbee.api", "device.api")),
          entry("radio.serial", Set.of("zcl", "radio.api")),
          entry("radio.ember", Set.of("zcl", "radio.api")),
          entry("radio.zsmartsystems", Set.of("zcl", "radio.api")),
          entry("simulator", Set.of("zcl")),
          entry("zigbee", Set.of("zcl", "radio.api", "zigbee.api")),
          entry("mqtt.broker", Set.of("mqtt.api")),
          entry("bridge", Set.of("zcl", "zigbee.api", "mqtt.api", "device.api", "bridge.api")),
          entry("shell", Set.of("zcl", "zigbee.api", "device.api", "bridge.api")),
          entry("demo", Set.of("mqtt.api")));

  private ImportTable() {}

  /** The bundles that this one may import from; empty when nothing is said about it. */
  static Optional<Set<String>> row(String bundle) {
    Set<String> row = ROWS.get(bundle);
    return row == null && bundle.startsWith("device.")
        ? Optional.of(SPEC_SHEET)
        : Optional.ofNullable(row);
  }
}
