package org.waggle.zigbee;

import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zigbee.api.BasicInformation;

/** A changing copy of what a node's Basic cluster says. */
final class BasicBuilder {

  Optional<String> modelId;
  Optional<String> manufacturerName;
  OptionalInt powerSource;
  OptionalInt zclVersion;
  OptionalInt applicationVersion;
  OptionalInt stackVersion;
  OptionalInt hardwareVersion;
  Optional<String> dateCode;
  Optional<String> softwareBuildId;

  BasicBuilder(BasicInformation basic) {
    modelId = basic.modelId();
    manufacturerName = basic.manufacturerName();
    powerSource = basic.powerSource();
    zclVersion = basic.zclVersion();
    applicationVersion = basic.applicationVersion();
    stackVersion = basic.stackVersion();
    hardwareVersion = basic.hardwareVersion();
    dateCode = basic.dateCode();
    softwareBuildId = basic.softwareBuildId();
  }

  BasicInformation build() {
    return new BasicInformation(
        modelId,
        manufacturerName,
        powerSource,
        zclVersion,
        applicationVersion,
        stackVersion,
        hardwareVersion,
        dateCode,
        softwareBuildId);
  }
}
