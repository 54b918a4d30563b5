package org.waggle.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text in columns that are as wide as what stands in them. */
final class Table {

  /** What stands where nothing is known. */
  static final String UNKNOWN = "-";

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /** A column; all are without a heading, or none. */
  record Column(String heading, boolean isRightAligned) {

    /** A column of words. */
    static Column words(String heading) {
      return new Column(heading, false);
    }

    /** A column of numbers, aligned at their end. */
    static Column numbers(String heading) {
      return new Column(heading, true);
    }
  }

  /** Adds a row with a cell for each column. */
  void row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).map(DisplayText::printable).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The headings, if there are any, and the rows. */
  List<String> lines() {
    List<String> headings = columns.stream().map(Column::heading).toList();
    boolean hasHeadings = headings.stream().anyMatch(heading -> !heading.isEmpty());
    List<List<String>> all =
        hasHeadings ? Stream.concat(Stream.of(headings), rows.stream()).toList() : rows;
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> all.stream().mapToInt(row -> DisplayText.width(row.get(i))).max().orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - DisplayText.width(row.get(i)));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).isRightAligned() ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }
}
