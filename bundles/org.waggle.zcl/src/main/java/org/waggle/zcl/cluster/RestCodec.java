package org.waggle.zcl.cluster;

import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.ZclWriter;

/** Octets to the end. */
record RestCodec() implements Codec {

  @Override
  public Object read(ZclReader reader, Fields fields) {
    return reader.rest();
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    writer.octets(octets(value));
  }

  /** What a caller gave as octets. */
  static Octets octets(Object value) {
    return ZclValue.convert(ZclType.LONG_OCTET_STRING, value).octets().orElse(Octets.EMPTY);
  }
}
