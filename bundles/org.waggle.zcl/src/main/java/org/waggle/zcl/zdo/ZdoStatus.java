package org.waggle.zcl.zdo;

import java.util.Map;
import org.waggle.zcl.ZclReader;

/**
 * The status field of a ZDO response (Zigbee specification, ZDP enumerations).
 *
 * @param code 0..0xFF
 */
public record ZdoStatus(int code) {

  public static final ZdoStatus SUCCESS = new ZdoStatus(0x00);
  public static final ZdoStatus INV_REQUESTTYPE = new ZdoStatus(0x80);
  public static final ZdoStatus DEVICE_NOT_FOUND = new ZdoStatus(0x81);
  public static final ZdoStatus INVALID_EP = new ZdoStatus(0x82);
  public static final ZdoStatus NOT_ACTIVE = new ZdoStatus(0x83);
  public static final ZdoStatus NOT_SUPPORTED = new ZdoStatus(0x84);
  public static final ZdoStatus TIMEOUT = new ZdoStatus(0x85);
  public static final ZdoStatus NO_MATCH = new ZdoStatus(0x86);
  public static final ZdoStatus NO_ENTRY = new ZdoStatus(0x88);
  public static final ZdoStatus NO_DESCRIPTOR = new ZdoStatus(0x89);
  public static final ZdoStatus INSUFFICIENT_SPACE = new ZdoStatus(0x8A);
  public static final ZdoStatus NOT_PERMITTED = new ZdoStatus(0x8B);
  public static final ZdoStatus TABLE_FULL = new ZdoStatus(0x8C);
  public static final ZdoStatus NOT_AUTHORIZED = new ZdoStatus(0x8D);
  public static final ZdoStatus DEVICE_BINDING_TABLE_FULL = new ZdoStatus(0x8E);
  public static final ZdoStatus INVALID_INDEX = new ZdoStatus(0x8F);
  public static final ZdoStatus FRAME_TOO_LARGE = new ZdoStatus(0x90);
  public static final ZdoStatus BAD_KEY_NEGOTIATION_METHOD = new ZdoStatus(0x91);
  public static final ZdoStatus TEMPORARY_FAILURE = new ZdoStatus(0x92);

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00, "SUCCESS"),
          Map.entry(0x80, "INV_REQUESTTYPE"),
          Map.entry(0x81, "DEVICE_NOT_FOUND"),
          Map.entry(0x82, "INVALID_EP"),
          Map.entry(0x83, "NOT_ACTIVE"),
          Map.entry(0x84, "NOT_SUPPORTED"),
          Map.entry(0x85, "TIMEOUT"),
          Map.entry(0x86, "NO_MATCH"),
          Map.entry(0x88, "NO_ENTRY"),
          Map.entry(0x89, "NO_DESCRIPTOR"),
          Map.entry(0x8A, "INSUFFICIENT_SPACE"),
          Map.entry(0x8B, "NOT_PERMITTED"),
          Map.entry(0x8C, "TABLE_FULL"),
          Map.entry(0x8D, "NOT_AUTHORIZED"),
          Map.entry(0x8E, "DEVICE_BINDING_TABLE_FULL"),
          Map.entry(0x8F, "INVALID_INDEX"),
          Map.entry(0x90, "FRAME_TOO_LARGE"),
          Map.entry(0x91, "BAD_KEY_NEGOTIATION_METHOD"),
          Map.entry(0x92, "TEMPORARY_FAILURE"));

  /**
   * @throws IllegalArgumentException if {@code code} is not 0..0xFF
   */
  public ZdoStatus {
    if (code < 0 || code > 0xFF) {
      throw new IllegalArgumentException("no status: " + code);
    }
  }

  static ZdoStatus read(ZclReader reader) {
    return new ZdoStatus(reader.uint8());
  }

  public boolean isSuccess() {
    return code == 0;
  }

  /** The specification's name, such as {@code NO_DESCRIPTOR}, or {@code 0x..}. */
  public String name() {
    String name = NAMES.get(code);
    return name != null ? name : String.format("0x%02x", code);
  }

  @Override
  public String toString() {
    return name();
  }
}
