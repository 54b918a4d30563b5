package org.waggle.zigbee;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.waggle.radio.api.RadioSettings;
import org.waggle.zcl.Octets;

/**
 * A network's configuration, understood.
 *
 * @param adapter the family of the coordinator, or {@code auto}
 * @param radio how to reach it; an empty port for whatever is recognized
 * @param channel 11..26
 * @param panId empty to generate one
 * @param extendedPanId empty to generate one
 * @param networkKey empty to generate one
 * @param concurrency nodes that are spoken to at once
 * @param reform whether to form over another network
 * @param obstacle one sentence for users about why this cannot be used, if it cannot
 */
record Settings(
    String adapter,
    RadioSettings radio,
    int channel,
    OptionalInt panId,
    OptionalLong extendedPanId,
    Optional<Octets> networkKey,
    int concurrency,
    boolean reform,
    Optional<String> obstacle) {

  /** A configuration that was not understood. */
  static Settings unusable(String obstacle) {
    return new Settings(
        "",
        RadioSettings.on(""),
        11,
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        1,
        false,
        Optional.of(obstacle));
  }
}
