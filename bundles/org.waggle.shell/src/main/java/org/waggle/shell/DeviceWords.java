package org.waggle.shell;

import java.util.Locale;
import org.waggle.bridge.api.DefinitionSummary;
import org.waggle.bridge.api.DeviceEntity;
import org.waggle.zigbee.api.InterviewState;
import org.waggle.zigbee.api.ZigbeeNode;

/** What is known of a device, in a word or two. */
final class DeviceWords {

  private static final int WITH_BATTERY_BACKUP = 0x80;

  private DeviceWords() {}

  static String type(ZigbeeNode node) {
    return spoken(node.type());
  }

  static String vendor(DeviceEntity device) {
    return device
        .definition()
        .map(DefinitionSummary::vendor)
        .or(() -> device.node().basic().manufacturerName())
        .orElse(Table.UNKNOWN);
  }

  static String model(DeviceEntity device) {
    return device
        .definition()
        .map(DefinitionSummary::model)
        .or(() -> device.node().basic().modelId())
        .orElse(Table.UNKNOWN);
  }

  /** How well it is known what the device is. */
  static String status(DeviceEntity device) {
    InterviewState interview = device.node().interviewState();
    if (interview != InterviewState.SUCCESSFUL) {
      return "interview " + spoken(interview);
    }
    return device
        .definition()
        .map(definition -> definition.isGenerated() ? "generated" : "supported")
        .orElse("unsupported");
  }

  static String linkQuality(ZigbeeNode node) {
    return node.linkQuality().isPresent()
        ? Integer.toString(node.linkQuality().getAsInt())
        : Table.UNKNOWN;
  }

  /** Values of the PowerSource attribute, ZCL specification 3.2.2.2.8. */
  static String powerSource(ZigbeeNode node) {
    if (node.basic().powerSource().isEmpty()) {
      return Table.UNKNOWN;
    }
    int value = node.basic().powerSource().getAsInt();
    String source =
        switch (value & ~WITH_BATTERY_BACKUP) {
          case 1 -> "mains (single phase)";
          case 2 -> "mains (three phases)";
          case 3 -> "battery";
          case 4 -> "DC";
          case 5 -> "emergency mains, always on";
          case 6 -> "emergency mains, switched over";
          default -> Table.UNKNOWN;
        };
    return (value & WITH_BATTERY_BACKUP) == 0 ? source : source + ", battery backup";
  }

  static String spoken(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
