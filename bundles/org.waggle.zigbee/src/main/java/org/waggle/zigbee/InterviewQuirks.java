package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waggle.zigbee.api.BasicInformation;
import org.waggle.zigbee.api.NodeType;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * Nodes that never get through an interview and work nevertheless, as soon as it is known what they
 * are. The same ones that Zigbee2MQTT accepts.
 */
final class InterviewQuirks {

  private static final OptionalInt BATTERY = OptionalInt.of(BasicAttributes.POWER_BATTERY);
  private static final OptionalInt MAINS = OptionalInt.of(BasicAttributes.POWER_MAINS);
  private static final OptionalInt NOTHING = OptionalInt.empty();

  /** Control4 devices answer no read at all, but give this manufacturer code. */
  private static final int CONTROL4 = 0xABCD;

  private static final Pattern TUYA_MODEL = Pattern.compile("TS\\d*");
  private static final Pattern TUYA_MANUFACTURER = Pattern.compile("_TZ.*_.*|_TYZB01_.*");

  /** What is assumed of a model where the node itself did not tell. */
  private record Assumption(
      Pattern model,
      Optional<NodeType> type,
      OptionalInt manufacturerCode,
      Optional<String> manufacturerName,
      OptionalInt powerSource) {}

  private static final List<Assumption> ASSUMPTIONS =
      List.of(
          batteryDevice("^3R.*?Z", NOTHING, null),
          batteryDevice("lumi..*", OptionalInt.of(0x1037), "LUMI"),
          batteryDevice("TERNCY-PP01", OptionalInt.of(0x1228), "TERNCY"),
          device("3RWS18BZ"),
          device("MULTI-MECI--EA01"),
          device("MOT003"),
          device("C-ZB-SEDC"),
          device("C-ZB-SEMO"),
          device("CS-T9C-A0-BG"),
          device("SNZB-01"),
          batteryDevice("3011", NOTHING, null),
          new Assumption(
              Pattern.compile("Smart Siren"),
              Optional.empty(),
              NOTHING,
              Optional.of("AduroSmart Eria"),
              NOTHING));

  private InterviewQuirks() {}

  /**
   * Whether a node is known well enough although its interview failed; what it did not tell is then
   * filled in.
   */
  static boolean accept(Node node) {
    ZigbeeNode now = node.snapshot();
    BasicBuilder basic = new BasicBuilder(now.basic());
    if (isTuya(now.basic())) {
      basic.powerSource = known(basic.powerSource, BATTERY);
    } else if (now.manufacturerCode().orElse(0) == CONTROL4) {
      basic.manufacturerName = Optional.of("Control4");
      basic.modelId = Optional.of("C4-Zigbee");
      basic.powerSource = MAINS;
    } else {
      Optional<Assumption> assumption = assumption(now.basic());
      if (assumption.isEmpty()) {
        return false;
      }
      Assumption known = assumption.get();
      node.described(
          now.type() == NodeType.UNKNOWN ? known.type.orElse(now.type()) : now.type(),
          known(now.manufacturerCode(), known.manufacturerCode));
      basic.manufacturerName =
          basic.manufacturerName.filter(name -> !name.isEmpty()).or(() -> known.manufacturerName);
      basic.powerSource = known(basic.powerSource, known.powerSource);
    }
    node.basic(basic.build());
    return true;
  }

  private static boolean isTuya(BasicInformation basic) {
    String manufacturer = basic.manufacturerName().orElse("");
    return manufacturer.equals("HOBEIAN")
        || (TUYA_MODEL.matcher(basic.modelId().orElse("")).matches()
            && TUYA_MANUFACTURER.matcher(manufacturer).matches());
  }

  private static Optional<Assumption> assumption(BasicInformation basic) {
    return basic
        .modelId()
        .flatMap(
            model ->
                ASSUMPTIONS.stream()
                    .filter(known -> known.model.matcher(model).find())
                    .findFirst());
  }

  private static OptionalInt known(OptionalInt told, OptionalInt assumed) {
    return told.orElse(0) != 0 ? told : assumed;
  }

  private static Assumption device(String model) {
    return new Assumption(
        Pattern.compile(model), Optional.empty(), NOTHING, Optional.empty(), NOTHING);
  }

  private static Assumption batteryDevice(
      String model, OptionalInt manufacturerCode, @Nullable String manufacturerName) {
    return new Assumption(
        Pattern.compile(model),
        Optional.of(NodeType.END_DEVICE),
        manufacturerCode,
        Optional.ofNullable(manufacturerName),
        BATTERY);
  }
}
