package org.waggle.zcl.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** Tuya's data points: id, type, length (most significant octet first) and data. */
record TuyaDatapointsCodec() implements Codec {

  private static final int HEADER = 4;

  @Override
  public Object read(ZclReader reader, Fields fields) {
    List<Map<String, Object>> datapoints = new ArrayList<>(1);
    while (reader.remaining() >= HEADER) {
      Map<String, Object> datapoint = new LinkedHashMap<>();
      datapoint.put("dp", reader.unsigned(1));
      datapoint.put("datatype", reader.unsigned(1));
      int length = reader.uint8() << 8 | reader.uint8();
      datapoint.put("data", reader.octets(Math.min(length, reader.remaining())));
      datapoints.add(datapoint);
    }
    return List.copyOf(datapoints);
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    for (Object datapoint : NumbersCodec.elements(value)) {
      Octets data = RestCodec.octets(RowsCodec.field(datapoint, "data"));
      writer
          .unsigned(1, RowsCodec.integer(RowsCodec.field(datapoint, "dp")))
          .unsigned(1, RowsCodec.integer(RowsCodec.field(datapoint, "datatype")))
          .uint8(data.size() >> 8)
          .uint8(data.size() & 0xFF)
          .octets(data);
    }
  }
}
