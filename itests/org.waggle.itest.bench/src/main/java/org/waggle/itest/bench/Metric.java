package org.waggle.itest.bench;

import java.util.Locale;

/** What is measured of each program. */
enum Metric {
  START_EMPTY("Start with no device, s", 2),
  START_SMALL("Start with 50 devices, s", 2),
  START_LARGE("Start with 200 devices, s", 2),
  REPORT_MEDIAN("Report to MQTT, p50, ms", 2),
  REPORT_TAIL("Report to MQTT, p99, ms", 2),
  SET_MEDIAN("Set to radio, p50, ms", 2),
  SET_TAIL("Set to radio, p99, ms", 2),
  REPORT_RATE("Reports per second", 0),
  REPORTS_LOST("Reports lost", 0),
  SET_RATE("Sets per second", 0),
  SLOW_SET_RATE("Sets per second, 10 ms on the air", 0),
  SETS_LOST("Sets lost", 0),
  PROCESSOR("Processor time for 10,000 reports, s", 2),
  ALONE_RATE("Sets per second, 1 in flight", 0),
  FEW_RATE("Sets per second, 4 in flight", 0),
  MANY_RATE("Sets per second, 16 in flight", 0),
  ANSWER_MEDIAN("Set to its answer, 1 in flight, p50, ms", 2),
  ANSWER_TAIL("Set to its answer, 1 in flight, p99, ms", 2),
  THREADS("Threads", 0),
  MEMORY_IDLE("Resident memory with 50 devices, idle, MB", 0),
  MEMORY_LOADED("Resident memory with 50 devices, after all that, MB", 0);

  private final String label;
  private final int decimals;

  Metric(String label, int decimals) {
    this.label = label;
    this.decimals = decimals;
  }

  String label() {
    return label;
  }

  String format(double value) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  String format(double median, double least, double most) {
    return format(median) + " (" + format(least) + ".." + format(most) + ")";
  }
}
