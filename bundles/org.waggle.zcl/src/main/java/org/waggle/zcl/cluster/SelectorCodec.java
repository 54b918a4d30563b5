package org.waggle.zcl.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** The selector of a part of a structured attribute (ZCL 2.5.15.1). */
record SelectorCodec() implements Codec {

  @Override
  public Object read(ZclReader reader, Fields fields) {
    int indicator = reader.uint8();
    Map<String, Object> selector = new LinkedHashMap<>();
    selector.put("indicatorType", (long) (indicator & 0xF0));
    selector.put("indexes", List.copyOf(reader.list(indicator & 0x0F, r -> r.unsigned(2))));
    return selector;
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    List<?> indexes = List.of();
    long type = 0;
    if (value instanceof Map<?, ?> map) {
      indexes = map.get("indexes") instanceof List<?> list ? list : indexes;
      type = map.get("indicatorType") instanceof Number number ? number.longValue() : 0;
    }
    writer.unsigned(1, type + indexes.size());
    for (Object index : indexes) {
      writer.unsigned(2, RowsCodec.integer(index));
    }
  }
}
