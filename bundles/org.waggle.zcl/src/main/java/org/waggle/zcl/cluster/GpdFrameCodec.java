package org.waggle.zcl.cluster;

import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** The octets of a Green Power frame. */
record GpdFrameCodec() implements Codec {

  private static final String SIZE = "payloadSize";
  private static final int NONE = 0xFF;

  @Override
  public Object read(ZclReader reader, Fields fields) {
    int size = hasSize(fields) ? fields.number(SIZE) : reader.uint8();
    return size == NONE ? Octets.EMPTY : reader.octets(size);
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    Octets octets = RestCodec.octets(value);
    if (!hasSize(fields)) {
      writer.uint8(octets.size());
    }
    writer.octets(octets);
  }

  private static boolean hasSize(Fields fields) {
    return fields.previous() != null && fields.previous().name().equals(SIZE);
  }
}
