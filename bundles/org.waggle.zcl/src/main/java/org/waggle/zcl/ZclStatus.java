package org.waggle.zcl;

import java.util.Map;

/**
 * The status field of a ZCL response (ZCL 2.6.3, table 2-12).
 *
 * @param code 0..0xFF
 */
public record ZclStatus(int code) {

  public static final ZclStatus SUCCESS = new ZclStatus(0x00);
  public static final ZclStatus FAILURE = new ZclStatus(0x01);
  public static final ZclStatus NOT_AUTHORIZED = new ZclStatus(0x7E);
  public static final ZclStatus MALFORMED_COMMAND = new ZclStatus(0x80);
  public static final ZclStatus UNSUP_COMMAND = new ZclStatus(0x81);
  public static final ZclStatus UNSUP_GENERAL_COMMAND = new ZclStatus(0x82);
  public static final ZclStatus UNSUP_MANUF_CLUSTER_COMMAND = new ZclStatus(0x83);
  public static final ZclStatus UNSUP_MANUF_GENERAL_COMMAND = new ZclStatus(0x84);
  public static final ZclStatus INVALID_FIELD = new ZclStatus(0x85);
  public static final ZclStatus UNSUPPORTED_ATTRIBUTE = new ZclStatus(0x86);
  public static final ZclStatus INVALID_VALUE = new ZclStatus(0x87);
  public static final ZclStatus READ_ONLY = new ZclStatus(0x88);
  public static final ZclStatus INSUFFICIENT_SPACE = new ZclStatus(0x89);
  public static final ZclStatus DUPLICATE_EXISTS = new ZclStatus(0x8A);
  public static final ZclStatus NOT_FOUND = new ZclStatus(0x8B);
  public static final ZclStatus UNREPORTABLE_ATTRIBUTE = new ZclStatus(0x8C);
  public static final ZclStatus INVALID_DATA_TYPE = new ZclStatus(0x8D);
  public static final ZclStatus INVALID_SELECTOR = new ZclStatus(0x8E);
  public static final ZclStatus WRITE_ONLY = new ZclStatus(0x8F);
  public static final ZclStatus INCONSISTENT_STARTUP_STATE = new ZclStatus(0x90);
  public static final ZclStatus DEFINED_OUT_OF_BAND = new ZclStatus(0x91);
  public static final ZclStatus ACTION_DENIED = new ZclStatus(0x93);
  public static final ZclStatus TIMEOUT = new ZclStatus(0x94);
  public static final ZclStatus ABORT = new ZclStatus(0x95);
  public static final ZclStatus INVALID_IMAGE = new ZclStatus(0x96);
  public static final ZclStatus WAIT_FOR_DATA = new ZclStatus(0x97);
  public static final ZclStatus NO_IMAGE_AVAILABLE = new ZclStatus(0x98);
  public static final ZclStatus REQUIRE_MORE_IMAGE = new ZclStatus(0x99);
  public static final ZclStatus NOTIFICATION_PENDING = new ZclStatus(0x9A);
  public static final ZclStatus HARDWARE_FAILURE = new ZclStatus(0xC0);
  public static final ZclStatus SOFTWARE_FAILURE = new ZclStatus(0xC1);
  public static final ZclStatus UNSUPPORTED_CLUSTER = new ZclStatus(0xC3);
  public static final ZclStatus LIMIT_REACHED = new ZclStatus(0xC4);

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00, "SUCCESS"),
          Map.entry(0x01, "FAILURE"),
          Map.entry(0x7E, "NOT_AUTHORIZED"),
          Map.entry(0x80, "MALFORMED_COMMAND"),
          Map.entry(0x81, "UNSUP_COMMAND"),
          Map.entry(0x82, "UNSUP_GENERAL_COMMAND"),
          Map.entry(0x83, "UNSUP_MANUF_CLUSTER_COMMAND"),
          Map.entry(0x84, "UNSUP_MANUF_GENERAL_COMMAND"),
          Map.entry(0x85, "INVALID_FIELD"),
          Map.entry(0x86, "UNSUPPORTED_ATTRIBUTE"),
          Map.entry(0x87, "INVALID_VALUE"),
          Map.entry(0x88, "READ_ONLY"),
          Map.entry(0x89, "INSUFFICIENT_SPACE"),
          Map.entry(0x8A, "DUPLICATE_EXISTS"),
          Map.entry(0x8B, "NOT_FOUND"),
          Map.entry(0x8C, "UNREPORTABLE_ATTRIBUTE"),
          Map.entry(0x8D, "INVALID_DATA_TYPE"),
          Map.entry(0x8E, "INVALID_SELECTOR"),
          Map.entry(0x8F, "WRITE_ONLY"),
          Map.entry(0x90, "INCONSISTENT_STARTUP_STATE"),
          Map.entry(0x91, "DEFINED_OUT_OF_BAND"),
          Map.entry(0x93, "ACTION_DENIED"),
          Map.entry(0x94, "TIMEOUT"),
          Map.entry(0x95, "ABORT"),
          Map.entry(0x96, "INVALID_IMAGE"),
          Map.entry(0x97, "WAIT_FOR_DATA"),
          Map.entry(0x98, "NO_IMAGE_AVAILABLE"),
          Map.entry(0x99, "REQUIRE_MORE_IMAGE"),
          Map.entry(0x9A, "NOTIFICATION_PENDING"),
          Map.entry(0xC0, "HARDWARE_FAILURE"),
          Map.entry(0xC1, "SOFTWARE_FAILURE"),
          Map.entry(0xC3, "UNSUPPORTED_CLUSTER"),
          Map.entry(0xC4, "LIMIT_REACHED"));

  /**
   * @throws IllegalArgumentException if {@code code} is not 0..0xFF
   */
  public ZclStatus {
    if (code < 0 || code > 0xFF) {
      throw new IllegalArgumentException("no status: " + code);
    }
  }

  /** The status with this code, 0..0xFF. */
  public static ZclStatus of(int code) {
    return code == 0 ? SUCCESS : new ZclStatus(code);
  }

  public boolean isSuccess() {
    return code == 0;
  }

  /** The specification's name, such as {@code UNSUPPORTED_ATTRIBUTE}, or {@code 0x..}. */
  public String name() {
    String name = NAMES.get(code);
    return name != null ? name : String.format("0x%02x", code);
  }

  @Override
  public String toString() {
    return name();
  }
}
