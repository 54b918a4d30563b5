package org.waggle.zcl.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** The attributes a scene stores, cluster by cluster (ZCL 3.7.2.4.2). */
record ExtensionFieldSetsCodec() implements Codec {

  /** The widths of the attributes with the scene flag, all unsigned, in the order of their ids. */
  private static final Map<Integer, List<Integer>> WIDTHS =
      Map.of(
          0x0006, List.of(1),
          0x0008, List.of(1),
          0x0102, List.of(1, 1),
          0x0300, List.of(2, 2, 2, 1, 1, 1, 2, 2));

  @Override
  public Object read(ZclReader reader, Fields fields) {
    return List.copyOf(reader.toEnd(ExtensionFieldSetsCodec::readSet));
  }

  private static Map<String, Object> readSet(ZclReader reader) {
    int clusterId = reader.uint16();
    int length = reader.uint8();
    int end = reader.remaining() - length;
    if (end < 0) {
      throw reader.malformed("extension field set of " + length + " octets");
    }
    List<Long> values = new ArrayList<>();
    while (reader.remaining() > end) {
      int width = width(clusterId, values.size());
      values.add(reader.unsigned(Math.min(width, reader.remaining() - end)));
    }
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("clstId", (long) clusterId);
    set.put("len", (long) length);
    set.put("extField", List.copyOf(values));
    return set;
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    for (Object set : NumbersCodec.elements(value)) {
      int clusterId = (int) RowsCodec.integer(RowsCodec.field(set, "clstId"));
      writer.uint16(clusterId);
      ZclWriter content = new ZclWriter();
      int index = 0;
      for (Object element : NumbersCodec.elements(RowsCodec.field(set, "extField"))) {
        content.unsigned(width(clusterId, index++), RowsCodec.integer(element));
      }
      writer.uint8(content.size()).octets(content.toOctets());
    }
  }

  private static int width(int clusterId, int index) {
    List<Integer> widths = WIDTHS.getOrDefault(clusterId, List.of());
    return index < widths.size() ? widths.get(index) : 1;
  }
}
