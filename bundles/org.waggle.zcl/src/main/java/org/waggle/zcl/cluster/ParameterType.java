package org.waggle.zcl.cluster;

import java.util.Optional;
import org.waggle.zcl.ZclType;

/** The type of a command's parameter: a ZCL type, or a {@link SpecialType}. */
public sealed interface ParameterType permits ParameterType.Plain, SpecialType {

  /** The id under which it is published: 0..0xFF for ZCL types, from 1000 on for special ones. */
  int id();

  /** A ZCL data type. */
  record Plain(ZclType type) implements ParameterType {

    @Override
    public int id() {
      return type.id();
    }
  }

  static ParameterType of(ZclType type) {
    return new Plain(type);
  }

  /** The type with this id, if there is one. */
  static Optional<ParameterType> of(int id) {
    return id < SpecialType.FIRST_ID
        ? ZclType.of(id).map(Plain::new)
        : SpecialType.of(id).map(special -> special);
  }
}
