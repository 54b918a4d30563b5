package org.waggle.zcl.cluster;

import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.ZclWriter;

/** How a parameter is laid out. */
interface Codec {

  Object read(ZclReader reader, Fields fields);

  /**
   * Writes a value as callers have it.
   *
   * @throws IllegalArgumentException if {@code value} does not fit
   */
  void write(ZclWriter writer, Object value, Fields fields);

  static Codec of(ParameterType type) {
    if (type instanceof SpecialType special) {
      return special.codec();
    }
    return new Scalar(((ParameterType.Plain) type).type());
  }

  /** A ZCL value. */
  record Scalar(ZclType type) implements Codec {

    @Override
    public Object read(ZclReader reader, Fields fields) {
      Object value = reader.value(type).value();
      return value instanceof ZclValue.Missing ? Octets.EMPTY : value;
    }

    @Override
    public void write(ZclWriter writer, Object value, Fields fields) {
      writer.value(ZclValue.convert(type, value));
    }
  }
}
