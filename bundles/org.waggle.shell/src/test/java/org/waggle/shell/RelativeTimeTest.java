package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimeTest {

  private final RelativeTime time = new RelativeTime(House.CLOCK);

  @ParameterizedTest
  @CsvSource({
    "-5, just now",
    "0, just now",
    "1, 1 s ago",
    "119, 119 s ago",
    "120, 2 min ago",
    "7199, 119 min ago",
    "7200, 2 h ago",
    "172799, 47 h ago",
    "172800, 2 d ago"
  })
  void tellsHowLongAgo(long seconds, String text) {
    assertThat(time.ago(Optional.of(House.NOW.minusSeconds(seconds)))).isEqualTo(text);
  }

  @Test
  void tellsWhatNeverWas() {
    assertThat(time.ago(Optional.empty())).isEqualTo("never");
  }

  @Test
  void tellsHowLongStill() {
    assertThat(time.until(House.NOW.plusSeconds(254))).isEqualTo("4 min");
    assertThat(time.until(House.NOW.minusSeconds(1))).isEqualTo("0 s");
  }
}
