package org.waggle.itest.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of all, side by side, in Markdown.
 *
 * @param radio the one that Waggle uses
 */
record Table(int runs, Figures theirs, Figures ours, Figures radio, Figures fallback) {

  private static final List<Metric> ALONE =
      List.of(
          Metric.START_SMALL,
          Metric.REPORT_RATE,
          Metric.REPORTS_LOST,
          Metric.PROCESSOR,
          Metric.SET_RATE,
          Metric.SLOW_SET_RATE,
          Metric.SETS_LOST,
          Metric.ALONE_RATE,
          Metric.FEW_RATE,
          Metric.MANY_RATE,
          Metric.ANSWER_MEDIAN,
          Metric.ANSWER_TAIL,
          Metric.THREADS);

  /** What Waggle's figures are to be, as a multiple of theirs; rates at least, all else at most. */
  private static final Map<Metric, Double> TARGETS =
      new EnumMap<>(
          Map.of(
              Metric.START_EMPTY,
              0.8,
              Metric.START_SMALL,
              0.8,
              Metric.START_LARGE,
              0.8,
              Metric.REPORT_MEDIAN,
              0.5,
              Metric.SET_MEDIAN,
              0.5,
              Metric.REPORT_RATE,
              3.0,
              Metric.SET_RATE,
              3.0,
              Metric.PROCESSOR,
              0.5,
              Metric.MEMORY_IDLE,
              0.8,
              Metric.MEMORY_LOADED,
              0.8));

  String markdown() {
    return String.join("\n", machine(), "", programs(), radios());
  }

  private String programs() {
    StringBuilder text =
        new StringBuilder(
            row(
                "Median of " + runs + " runs (least..most)",
                theirs.name(),
                ours.name(),
                "Ratio",
                "Target"));
    text.append(row("---", "---:", "---:", "---:", "---"));
    for (Metric metric : Metric.values()) {
      text.append(
          row(
              metric.label(),
              theirs.text(metric),
              ours.text(metric),
              ratio(metric),
              target(metric)));
    }
    return text.toString();
  }

  private String radios() {
    List<Figures> columns = List.of(fallback, radio, ours, theirs);
    List<String> title = new ArrayList<>(List.of("Radios alone, and what is above them"));
    columns.forEach(figures -> title.add(figures.name()));
    StringBuilder text = new StringBuilder(row(title.toArray(String[]::new)));
    text.append(row("---", "---:", "---:", "---:", "---:"));
    for (Metric metric : ALONE) {
      List<String> cells = new ArrayList<>(List.of(metric.label()));
      columns.forEach(figures -> cells.add(figures.text(metric)));
      text.append(row(cells.toArray(String[]::new)));
    }
    return text.toString();
  }

  private static String row(String... cells) {
    return Stream.of(cells).map(cell -> "| " + cell + " ").reduce("", String::concat) + "|\n";
  }

  private String ratio(Metric metric) {
    return theirs.median(metric) == 0 ? "" : format(ours.median(metric) / theirs.median(metric));
  }

  private String target(Metric metric) {
    Double target = TARGETS.get(metric);
    if (target == null || theirs.median(metric) == 0) {
      return "";
    }
    double ratio = ours.median(metric) / theirs.median(metric);
    boolean met = target > 1 ? ratio >= target : ratio <= target;
    return (target > 1 ? "≥ " : "≤ ") + format(target) + (met ? "" : ", **missed**");
  }

  private static String format(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String machine() {
    return String.format(
        "%s %s, %d processors, Java %s",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
  }
}
