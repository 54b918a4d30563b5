package org.waggle.zigbee.api;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a node's Basic cluster says (ZCL specification 3.2), as far as it was read.
 *
 * @param powerSource value of the PowerSource attribute, the battery backup bit included
 */
public record BasicInformation(
    Optional<String> modelId,
    Optional<String> manufacturerName,
    OptionalInt powerSource,
    OptionalInt zclVersion,
    OptionalInt applicationVersion,
    OptionalInt stackVersion,
    OptionalInt hardwareVersion,
    Optional<String> dateCode,
    Optional<String> softwareBuildId) {

  /** Nothing was read yet. */
  public static final BasicInformation UNKNOWN =
      new BasicInformation(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());
}
