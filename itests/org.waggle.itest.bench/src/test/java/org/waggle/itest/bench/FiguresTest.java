package org.waggle.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void medianIsTheMiddleOrTheMeanOfTheTwoThere() {
    assertThat(Figures.percentile(List.of(9.0, 1.0, 2.0), 50)).isEqualTo(2);
    assertThat(Figures.percentile(List.of(9.0, 1.0, 2.0, 4.0), 50)).isEqualTo(3);
  }

  @Test
  void onePercentExceedsTheLast() {
    List<Double> values = DoubleStream.iterate(1, value -> value + 1).limit(400).boxed().toList();

    assertThat(Figures.percentile(values, 99)).isEqualTo(396.5);
  }

  @Test
  void tellsMedianLeastAndMost() {
    Figures figures = new Figures("a program");

    figures.add(Metric.REPORT_RATE, 1200);
    figures.add(Metric.REPORT_RATE, 900);
    figures.add(Metric.REPORT_RATE, 1000);

    assertThat(figures.text(Metric.REPORT_RATE)).isEqualTo("1,000 (900..1,200)");
    assertThat(figures.text(Metric.SET_RATE)).isEqualTo("-");
  }
}
