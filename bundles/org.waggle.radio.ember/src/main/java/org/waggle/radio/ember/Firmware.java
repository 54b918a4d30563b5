package org.waggle.radio.ember;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.Value;
import org.waggle.radio.ember.ezsp.EzspVersion;
import org.waggle.zcl.Octets;

/** The firmware's version as Zigbee2MQTT shows it. */
record Firmware(
    EzspVersion ezsp, int build, int major, int minor, int patch, int special, int type) {

  /** What Zigbee2MQTT calls a coordinator of this family. */
  static final String FAMILY = "EmberZNet";

  private static final int LENGTH = 7;

  /** {@code EmberVersion} (UG100, 3): build as 16 bits, then a byte each. */
  static Firmware of(EzspVersion ezsp, Value info) {
    Octets octets = info.value();
    if (!info.status().isOk() || octets.size() < LENGTH) {
      throw new RadioException(
          Reason.NO_COORDINATOR, "The coordinator does not tell its firmware's version");
    }
    return new Firmware(
        ezsp,
        octets.at(0) | octets.at(1) << 8,
        octets.at(2),
        octets.at(3),
        octets.at(4),
        octets.at(5),
        octets.at(6));
  }

  /** Such as {@code 7.4.4 [GA]}. */
  String revision() {
    return "%d.%d.%d [%s]".formatted(major, minor, patch, typeName());
  }

  Map<String, Object> meta() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("ezsp", ezsp.number());
    meta.put("revision", revision());
    meta.put("build", build);
    meta.put("major", major);
    meta.put("minor", minor);
    meta.put("patch", patch);
    meta.put("special", special);
    meta.put("type", type);
    return meta;
  }

  private String typeName() {
    return switch (type) {
      case 0x00 -> "PRE_RELEASE";
      case 0x11 -> "ALPHA_1";
      case 0x12 -> "ALPHA_2";
      case 0x13 -> "ALPHA_3";
      case 0x21 -> "BETA_1";
      case 0x22 -> "BETA_2";
      case 0x23 -> "BETA_3";
      case 0xAA -> "GA";
      default -> "undefined"; // what Zigbee2MQTT prints for a type that it does not know
    };
  }
}
