package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.waggle.zcl.ZclValue;
import org.waggle.zigbee.api.BasicInformation;

/** The attributes of the Basic cluster that tell what a node is (ZCL 3.2.2). */
final class BasicAttributes {

  static final int ZCL_VERSION = 0x0000;
  static final int APPLICATION_VERSION = 0x0001;
  static final int STACK_VERSION = 0x0002;
  static final int HARDWARE_VERSION = 0x0003;
  static final int MANUFACTURER_NAME = 0x0004;
  static final int MODEL_ID = 0x0005;
  static final int DATE_CODE = 0x0006;
  static final int POWER_SOURCE = 0x0007;
  static final int SOFTWARE_BUILD_ID = 0x4000;

  static final int POWER_BATTERY = 3;
  static final int POWER_MAINS = 1;

  /** In the order in which they are read. */
  static final List<Integer> ALL =
      List.of(
          MODEL_ID,
          MANUFACTURER_NAME,
          POWER_SOURCE,
          ZCL_VERSION,
          APPLICATION_VERSION,
          STACK_VERSION,
          HARDWARE_VERSION,
          DATE_CODE,
          SOFTWARE_BUILD_ID);

  private BasicAttributes() {}

  /** Whether reading the attribute would tell something new. */
  static boolean isMissing(BasicInformation basic, int attributeId) {
    return switch (attributeId) {
      case MODEL_ID -> isMissing(basic.modelId());
      case MANUFACTURER_NAME -> isMissing(basic.manufacturerName());
      case POWER_SOURCE -> basic.powerSource().orElse(0) == 0;
      case ZCL_VERSION -> basic.zclVersion().isEmpty();
      case APPLICATION_VERSION -> basic.applicationVersion().isEmpty();
      case STACK_VERSION -> basic.stackVersion().isEmpty();
      case HARDWARE_VERSION -> basic.hardwareVersion().isEmpty();
      case DATE_CODE -> isMissing(basic.dateCode());
      case SOFTWARE_BUILD_ID -> isMissing(basic.softwareBuildId());
      default -> false;
    };
  }

  static BasicInformation with(BasicInformation basic, int attributeId, ZclValue value) {
    BasicBuilder builder = new BasicBuilder(basic);
    switch (attributeId) {
      case MODEL_ID -> builder.modelId = text(value, builder.modelId);
      case MANUFACTURER_NAME -> builder.manufacturerName = text(value, builder.manufacturerName);
      case POWER_SOURCE -> builder.powerSource = number(value, builder.powerSource);
      case ZCL_VERSION -> builder.zclVersion = number(value, builder.zclVersion);
      case APPLICATION_VERSION ->
          builder.applicationVersion = number(value, builder.applicationVersion);
      case STACK_VERSION -> builder.stackVersion = number(value, builder.stackVersion);
      case HARDWARE_VERSION -> builder.hardwareVersion = number(value, builder.hardwareVersion);
      case DATE_CODE -> builder.dateCode = text(value, builder.dateCode);
      case SOFTWARE_BUILD_ID -> builder.softwareBuildId = text(value, builder.softwareBuildId);
      default -> {
        return basic;
      }
    }
    return builder.build();
  }

  private static boolean isMissing(Optional<String> text) {
    return text.filter(present -> !present.isEmpty()).isEmpty();
  }

  private static Optional<String> text(ZclValue value, Optional<String> otherwise) {
    return value.text().or(() -> otherwise);
  }

  private static OptionalInt number(ZclValue value, OptionalInt otherwise) {
    OptionalLong integer = value.integer();
    return integer.isPresent() ? OptionalInt.of((int) integer.getAsLong()) : otherwise;
  }
}
