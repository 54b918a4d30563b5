package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspValueId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** The firmware's version as Zigbee2MQTT shows it. */
record Firmware(int build, int major, int minor, int patch, int special, int type) {

  /** What Zigbee2MQTT calls a coordinator of this family. */
  static final String FAMILY = "EmberZNet";

  private static final int LENGTH = 7;

  /** {@code EmberVersion} (UG100, 3): build as 16 bits, then a byte each. */
  static Firmware read(Values values) {
    int[] version = values.get(EzspValueId.EZSP_VALUE_VERSION_INFO);
    if (version.length < LENGTH) {
      throw new RadioException(
          Reason.NO_COORDINATOR, "The coordinator does not tell its firmware's version");
    }
    return new Firmware(
        version[0] | version[1] << 8, version[2], version[3], version[4], version[5], version[6]);
  }

  Map<String, Object> meta() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("ezsp", Handshake.VERSION);
    meta.put("revision", "%d.%d.%d [%s]".formatted(major, minor, patch, typeName()));
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
