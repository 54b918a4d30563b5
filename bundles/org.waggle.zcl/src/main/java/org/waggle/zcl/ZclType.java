package org.waggle.zcl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data types of the ZCL (ZCL 2.6.2, table 2-10). */
public enum ZclType {
  /** 0x00. */
  NO_DATA(0x00, Kind.NONE, 0, false),
  /** 0x08. */
  DATA8(0x08, Kind.BITS, 1, false),
  /** 0x09. */
  DATA16(0x09, Kind.BITS, 2, false),
  /** 0x0a. */
  DATA24(0x0A, Kind.BITS, 3, false),
  /** 0x0b. */
  DATA32(0x0B, Kind.BITS, 4, false),
  /** 0x0c. */
  DATA40(0x0C, Kind.BITS, 5, false),
  /** 0x0d. */
  DATA48(0x0D, Kind.BITS, 6, false),
  /** 0x0e. */
  DATA56(0x0E, Kind.BITS, 7, false),
  /** 0x0f. */
  DATA64(0x0F, Kind.BITS, 8, false),
  /** 0x10. */
  BOOLEAN(0x10, Kind.UNSIGNED, 1, false),
  /** 0x18. */
  BITMAP8(0x18, Kind.BITS, 1, false),
  /** 0x19. */
  BITMAP16(0x19, Kind.BITS, 2, false),
  /** 0x1a. */
  BITMAP24(0x1A, Kind.BITS, 3, false),
  /** 0x1b. */
  BITMAP32(0x1B, Kind.BITS, 4, false),
  /** 0x1c. */
  BITMAP40(0x1C, Kind.BITS, 5, false),
  /** 0x1d. */
  BITMAP48(0x1D, Kind.BITS, 6, false),
  /** 0x1e. */
  BITMAP56(0x1E, Kind.BITS, 7, false),
  /** 0x1f. */
  BITMAP64(0x1F, Kind.BITS, 8, false),
  /** 0x20. */
  UINT8(0x20, Kind.UNSIGNED, 1, true),
  /** 0x21. */
  UINT16(0x21, Kind.UNSIGNED, 2, true),
  /** 0x22. */
  UINT24(0x22, Kind.UNSIGNED, 3, true),
  /** 0x23. */
  UINT32(0x23, Kind.UNSIGNED, 4, true),
  /** 0x24. */
  UINT40(0x24, Kind.UNSIGNED, 5, true),
  /** 0x25. */
  UINT48(0x25, Kind.UNSIGNED, 6, true),
  /** 0x26. */
  UINT56(0x26, Kind.UNSIGNED, 7, true),
  /** 0x27. */
  UINT64(0x27, Kind.UNSIGNED, 8, true),
  /** 0x28. */
  INT8(0x28, Kind.SIGNED, 1, true),
  /** 0x29. */
  INT16(0x29, Kind.SIGNED, 2, true),
  /** 0x2a. */
  INT24(0x2A, Kind.SIGNED, 3, true),
  /** 0x2b. */
  INT32(0x2B, Kind.SIGNED, 4, true),
  /** 0x2c. */
  INT40(0x2C, Kind.SIGNED, 5, true),
  /** 0x2d. */
  INT48(0x2D, Kind.SIGNED, 6, true),
  /** 0x2e. */
  INT56(0x2E, Kind.SIGNED, 7, true),
  /** 0x2f. */
  INT64(0x2F, Kind.SIGNED, 8, true),
  /** 0x30. */
  ENUM8(0x30, Kind.UNSIGNED, 1, false),
  /** 0x31. */
  ENUM16(0x31, Kind.UNSIGNED, 2, false),
  /** 0x38. */
  SEMI_PRECISION(0x38, Kind.FLOAT, 2, true),
  /** 0x39. */
  SINGLE_PRECISION(0x39, Kind.FLOAT, 4, true),
  /** 0x3a. */
  DOUBLE_PRECISION(0x3A, Kind.FLOAT, 8, true),
  /** 0x41. */
  OCTET_STRING(0x41, Kind.STRING, -1, false),
  /** 0x42. */
  CHARACTER_STRING(0x42, Kind.STRING, -1, false),
  /** 0x43. */
  LONG_OCTET_STRING(0x43, Kind.LONG_STRING, -1, false),
  /** 0x44. */
  LONG_CHARACTER_STRING(0x44, Kind.LONG_STRING, -1, false),
  /** 0x48. */
  ARRAY(0x48, Kind.COLLECTION, -1, false),
  /** 0x4c. */
  STRUCTURE(0x4C, Kind.STRUCTURE, -1, false),
  /** 0x50. */
  SET(0x50, Kind.COLLECTION, -1, false),
  /** 0x51. */
  BAG(0x51, Kind.COLLECTION, -1, false),
  /** 0xe0. */
  TIME_OF_DAY(0xE0, Kind.UNSIGNED, 4, true),
  /** 0xe1. */
  DATE(0xE1, Kind.UNSIGNED, 4, true),
  /** 0xe2. */
  UTC_TIME(0xE2, Kind.UNSIGNED, 4, true),
  /** 0xe8. */
  CLUSTER_ID(0xE8, Kind.UNSIGNED, 2, false),
  /** 0xe9. */
  ATTRIBUTE_ID(0xE9, Kind.UNSIGNED, 2, false),
  /** 0xea. */
  BACNET_OID(0xEA, Kind.UNSIGNED, 4, false),
  /** 0xf0. */
  IEEE_ADDRESS(0xF0, Kind.ADDRESS, 8, false),
  /** 0xf1. */
  SECURITY_KEY(0xF1, Kind.KEY, 16, false),
  /** 0xff. */
  UNKNOWN(0xFF, Kind.NONE, 0, false);

  /** How values of a type are laid out; decides the Java type in {@link ZclValue}. */
  enum Kind {
    NONE,
    /** Unsigned, every value is one. */
    BITS,
    /** Unsigned, all bits set is the non-value. */
    UNSIGNED,
    /** Two's complement, the least number is the non-value. */
    SIGNED,
    FLOAT,
    /** Length in one octet. */
    STRING,
    /** Length in two octets. */
    LONG_STRING,
    /** Element type, count, elements. */
    COLLECTION,
    /** Count, elements with their types. */
    STRUCTURE,
    ADDRESS,
    KEY
  }

  private static final @Nullable ZclType[] BY_ID = new @Nullable ZclType[0x100];

  static {
    for (ZclType type : values()) {
      BY_ID[type.id] = type;
    }
  }

  private final int id;
  private final Kind kind;
  private final int length;
  private final boolean analog;

  ZclType(int id, Kind kind, int length, boolean analog) {
    this.id = id;
    this.kind = kind;
    this.length = length;
    this.analog = analog;
  }

  /** The type with this id, if the ZCL defines one. */
  public static Optional<ZclType> of(int id) {
    return Optional.ofNullable(id < 0 || id > 0xFF ? null : BY_ID[id]);
  }

  /** The data type id, 0..0xFF. */
  public int id() {
    return id;
  }

  /** Whether values vary continuously, so that reporting is configured with a change. */
  public boolean isAnalog() {
    return analog;
  }

  /** The octets a value takes on the wire, or -1 if that varies with the value. */
  public int length() {
    return length;
  }

  boolean isUnsigned() {
    return kind == Kind.BITS || kind == Kind.UNSIGNED;
  }

  boolean isString() {
    return kind == Kind.STRING || kind == Kind.LONG_STRING;
  }

  Kind kind() {
    return kind;
  }
}
