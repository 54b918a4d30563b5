package org.waggle.itest.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one program's runs gave. */
final class Figures {

  private final String name;
  private final Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);

  Figures(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void add(Metric metric, double value) {
    values.computeIfAbsent(metric, unused -> new ArrayList<>()).add(value);
  }

  /** Of all runs; 0 if there was none. */
  double median(Metric metric) {
    return percentile(all(metric), 50);
  }

  /** Median, least and most. */
  String text(Metric metric) {
    List<Double> all = all(metric);
    return all.isEmpty()
        ? "-"
        : metric.format(median(metric), Collections.min(all), Collections.max(all));
  }

  private List<Double> all(Metric metric) {
    return values.getOrDefault(metric, List.of());
  }

  /** The value that so many percent do not exceed; between two values, their mean. */
  static double percentile(List<Double> values, int percent) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Double> sorted = values.stream().sorted().toList();
    double position = sorted.size() * percent / 100.0;
    int index = (int) Math.ceil(position) - 1;
    boolean between = position == Math.rint(position) && index + 1 < sorted.size();
    return between ? (sorted.get(index) + sorted.get(index + 1)) / 2 : sorted.get(index);
  }
}
