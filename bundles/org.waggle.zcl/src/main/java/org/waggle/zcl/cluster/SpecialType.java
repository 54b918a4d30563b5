package org.waggle.zcl.cluster;

import java.util.Optional;

/**
 * The types of parameters that are no ZCL types.
 *
 * <p>Lists of numbers are {@code List<Long>} when decoded and lists of any {@link Number} when
 * encoded; those with several fields per element have a {@code Map<String, Object>} for each. A
 * list has as many elements as the parameter ahead of it says if that is an unsigned integer, else
 * all that fit. Octets are {@link org.waggle.zcl.Octets}, and may be lists of numbers when encoded.
 */
public enum SpecialType implements ParameterType {
  /** 1000: octets to the end, whose type depends on something else. */
  USE_DATA_TYPE(1000, new RestCodec()),
  /** 1001. */
  LIST_UINT8(1001, new NumbersCodec(1)),
  /** 1002. */
  LIST_UINT16(1002, new NumbersCodec(2)),
  /** 1003. */
  LIST_UINT24(1003, new NumbersCodec(3)),
  /** 1004. */
  LIST_UINT32(1004, new NumbersCodec(4)),
  /** 1005: elements of {@code zoneID} and {@code zoneStatus}. */
  LIST_ZONEINFO(1005, RowsCodec.ZONES),
  /**
   * 1006: elements of {@code clstId}, {@code len} and {@code extField}, a list of the values of the
   * cluster's scene attributes, or of octets if these are not known; to the end.
   */
  EXTENSION_FIELD_SETS(1006, new ExtensionFieldSetsCodec()),
  /**
   * 1007: elements of {@code transitionTime} and, if bit 0 of the parameter {@code mode} is set,
   * {@code heatSetpoint}, if bit 1 is set {@code coolSetpoint}; as many as {@code numoftrans} says.
   */
  LIST_THERMO_TRANSITIONS(1007, new ThermoTransitionsCodec()),
  /** 1008: octets to the end. */
  BUFFER(1008, new RestCodec()),
  /**
   * 1009: the octets of a Green Power frame; their number is in the parameter {@code payloadSize},
   * or, if that is not ahead of it, in an octet of its own.
   */
  GPD_FRAME(1009, new GpdFrameCodec()),
  /**
   * 1010: a map of {@code indicatorType} (0, 0x10, 0x20) and {@code indexes}, a list of numbers.
   */
  STRUCTURED_SELECTOR(1010, new SelectorCodec()),
  /**
   * 1011: elements of {@code dp}, {@code datatype} and {@code data}, octets; to the end, where an
   * element that is cut off is dropped, or has less data than announced.
   */
  LIST_TUYA_DATAPOINT_VALUES(1011, new TuyaDatapointsCodec()),
  /** 1012: elements of {@code groupId} and {@code zoneNum}, after an octet with their number. */
  LIST_MIBOXER_ZONES(1012, RowsCodec.MIBOXER_ZONES),
  /** 1013: a number, most significant octet first. */
  BIG_ENDIAN_UINT24(1013, new BigEndianCodec()),
  /** 1014: Xiaomi's tagged values, as octets to the end. */
  MI_STRUCT(1014, new RestCodec());

  static final int FIRST_ID = 1000;

  private final int id;

  @SuppressWarnings("ImmutableEnumChecker") // a record without mutable state
  private final Codec codec;

  SpecialType(int id, Codec codec) {
    this.id = id;
    this.codec = codec;
  }

  static Optional<SpecialType> of(int id) {
    SpecialType[] types = values();
    return id >= FIRST_ID && id < FIRST_ID + types.length
        ? Optional.of(types[id - FIRST_ID])
        : Optional.empty();
  }

  @Override
  public int id() {
    return id;
  }

  Codec codec() {
    return codec;
  }
}
