package org.waggle.zcl.cluster;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** 24 bits, most significant octet first. */
record BigEndianCodec() implements Codec {

  @Override
  public Object read(ZclReader reader, Fields fields) {
    return Long.reverseBytes(reader.unsigned(3)) >>> 40;
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    long number = RowsCodec.integer(value);
    if (number >>> 24 != 0) {
      throw new IllegalArgumentException(number + " does not fit 3 octets");
    }
    writer.unsigned(3, Long.reverseBytes(number) >>> 40);
  }
}
