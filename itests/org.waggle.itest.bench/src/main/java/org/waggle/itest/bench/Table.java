package org.waggle.itest.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The figures of all programs, side by side. */
record Table(int runs, Figures theirs, Figures ours, Figures radio) {

  private static final List<Metric> RATES = List.of(Metric.REPORT_RATE, Metric.SET_RATE);

  String markdown() {
    return String.join(
        "\n",
        machine(),
        "",
        compare("Median of " + runs + " runs (least..most)", theirs, List.of(Metric.values())),
        compare("Waggle beside the radio it uses", radio, RATES));
  }

  private String compare(String title, Figures with, List<Metric> metrics) {
    StringBuilder text = new StringBuilder(row(title, with.name(), ours.name(), "Ratio"));
    text.append(row("---", "---:", "---:", "---:"));
    for (Metric metric : metrics) {
      text.append(row(metric.label(), with.text(metric), ours.text(metric), ratio(with, metric)));
    }
    return text.toString();
  }

  private static String row(String... cells) {
    return Stream.of(cells).map(cell -> "| " + cell + " ").reduce("", String::concat) + "|\n";
  }

  private String ratio(Figures to, Metric metric) {
    double divisor = to.median(metric);
    return divisor == 0 ? "" : String.format(Locale.ROOT, "%.2f", ours.median(metric) / divisor);
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
