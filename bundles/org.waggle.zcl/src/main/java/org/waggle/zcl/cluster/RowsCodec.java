package org.waggle.zcl.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.ZclWriter;

/**
 * Elements of several unsigned numbers.
 *
 * @param countAhead whether an octet ahead has their number
 */
record RowsCodec(boolean countAhead, List<Column> columns) implements Codec {

  record Column(String name, int width) {}

  static final RowsCodec ZONES =
      new RowsCodec(false, List.of(new Column("zoneID", 1), new Column("zoneStatus", 2)));
  static final RowsCodec MIBOXER_ZONES =
      new RowsCodec(true, List.of(new Column("groupId", 2), new Column("zoneNum", 1)));

  @Override
  public Object read(ZclReader reader, Fields fields) {
    int width = columns.stream().mapToInt(Column::width).sum();
    int count = countAhead ? reader.uint8() : fields.count().orElse(reader.remaining() / width);
    return List.copyOf(reader.list(count, this::readRow));
  }

  private Map<String, Object> readRow(ZclReader reader) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Column column : columns) {
      row.put(column.name, reader.unsigned(column.width));
    }
    return row;
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    List<?> rows = NumbersCodec.elements(value);
    if (countAhead) {
      writer.uint8(rows.size());
    }
    for (Object row : rows) {
      for (Column column : columns) {
        writer.unsigned(column.width, integer(field(row, column.name)));
      }
    }
  }

  /** A field of what a caller gave as an element. */
  static Object field(Object row, String name) {
    Object value = row instanceof Map<?, ?> map ? map.get(name) : null;
    if (value == null) {
      throw new IllegalArgumentException("no '" + name + "' in " + row);
    }
    return value;
  }

  /** What a caller gave as an integer. */
  static long integer(Object value) {
    return ZclValue.convert(ZclType.INT64, value).integer().orElseThrow();
  }
}
