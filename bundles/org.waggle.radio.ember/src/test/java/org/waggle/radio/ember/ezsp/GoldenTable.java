package org.waggle.radio.ember.ezsp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waggle.zcl.Octets;

/**
 * A table of octets that others sent or read: {@code names | versions | octets | reading | source}.
 */
final class GoldenTable {

  /** Version 15 was never published. */
  static final List<Integer> VERSIONS =
      IntStream.rangeClosed(EzspVersion.OLDEST, EzspVersion.NEWEST)
          .filter(version -> version != 15)
          .boxed()
          .toList();

  private GoldenTable() {}

  record Row(List<String> names, int first, int last, Octets octets, String reading) {

    Stream<EzspVersion> versions() {
      return VERSIONS.stream().filter(this::isFor).map(EzspVersion::new);
    }

    boolean isFor(int version) {
      return first <= version && version <= last;
    }

    @Override
    public String toString() {
      return String.join(" ", names) + " in " + first + ".." + last + ": " + octets;
    }
  }

  static List<Row> read(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                GoldenTable.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(GoldenTable::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    String[] versions = cells.get(1).split("-");
    return new Row(
        List.of(cells.get(0).split(" +")),
        Integer.parseInt(versions[0]),
        Integer.parseInt(versions[versions.length - 1]),
        Octets.ofHex(cells.get(2)),
        cells.get(3));
  }
}
