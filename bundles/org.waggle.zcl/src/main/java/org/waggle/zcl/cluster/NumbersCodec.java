package org.waggle.zcl.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Unsigned numbers of one width. */
record NumbersCodec(int width) implements Codec {

  @Override
  public Object read(ZclReader reader, Fields fields) {
    OptionalInt announced = fields.count();
    int count = announced.isPresent() ? announced.getAsInt() : reader.remaining() / width;
    return List.copyOf(reader.list(count, r -> r.unsigned(width)));
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    for (Object element : elements(value)) {
      writer.unsigned(width, RowsCodec.integer(element));
    }
  }

  /** The elements of what a caller gave as list. */
  static List<?> elements(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Octets octets) {
      List<Long> list = new ArrayList<>(octets.size());
      for (int i = 0; i < octets.size(); i++) {
        list.add((long) octets.at(i));
      }
      return list;
    }
    throw new IllegalArgumentException("no list: " + value);
  }
}
