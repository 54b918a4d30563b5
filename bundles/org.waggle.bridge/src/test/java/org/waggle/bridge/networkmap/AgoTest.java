package org.waggle.bridge.networkmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgoTest {

  /** What real Zigbee2MQTT says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "0: 0 seconds",
        "499: 0 seconds",
        "500: 1 second",
        "1500: 2 seconds",
        "59499: 59 seconds",
        "59500: 1 minute",
        "61000: 1 minute, 1 second",
        "119499: 1 minute, 59 seconds",
        "119500: 2 minutes",
        "3599499: 59 minutes, 59 seconds",
        "3599500: 1 hour",
        "3605000: 1 hour, 5 seconds",
        "3660000: 1 hour, 1 minute",
        "86399499: 1 day",
        "86405000: 1 day, 5 seconds",
        "93599999: 1 day, 2 hours",
        "604799999: 1 week",
        "604805000: 1 week, 5 seconds",
        "1166399999: 1 week, 6 days",
        "1166400000: 2 weeks",
        "2629799000: 4 weeks, 2 days",
        "2629800000: 1 month",
        "2630000000: 1 month, 3 minutes",
        "5259500000: 1 month, 4 weeks",
        "31557500000: 11 months, 4 weeks",
        "31557600000: 1 year",
        "34187400000: 1 year, 1 month",
        "63115200000: 2 years",
        "-5000: 5 seconds"
      })
  void tellsTheTwoLargestUnits(long millis, String text) {
    assertThat(Ago.text(Duration.ofMillis(millis))).isEqualTo(text + " ago");
  }
}
