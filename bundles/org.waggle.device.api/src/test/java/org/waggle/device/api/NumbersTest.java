package org.waggle.device.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void keepsHundredthsExact() {
    assertThat(Numbers.of(BigDecimal.valueOf(2149).movePointLeft(2)))
        .isEqualTo(new BigDecimal("21.49"));
  }

  @Test
  void hasWholeNumbersAsIntegers() {
    assertThat(Numbers.of(new BigDecimal("21.00"))).isEqualTo(21);
    assertThat(Numbers.of(new BigDecimal("1e3"))).isEqualTo(1000);
    assertThat(Numbers.of(5_000_000_000L)).isEqualTo(5_000_000_000L);
    assertThat(Numbers.of(-0.0)).isEqualTo(0);
  }

  @Test
  void roundsHalvesUpAsJavaScript() {
    assertThat(Numbers.round(2.5, 0)).isEqualTo(3);
    assertThat(Numbers.round(-2.5, 0)).isEqualTo(-2);
    assertThat(Numbers.round(21.45, 1)).isEqualTo(new BigDecimal("21.5"));
    // 0.285 * 100 is 28.499999999999996.
    assertThat(Numbers.round(0.285, 2)).isEqualTo(new BigDecimal("0.28"));
  }

  @Test
  void readsNumbersInText() {
    assertThat(Numbers.parse(" 1.5 ")).contains(new BigDecimal("1.5"));
    assertThat(Numbers.parse("x")).isEmpty();
    assertThat(Numbers.parse("")).isEmpty();
    assertThat(Numbers.exact("1.5")).isEmpty();
    assertThatThrownBy(() -> Numbers.require(null, "level"))
        .isInstanceOf(DeviceException.class)
        .hasMessage("'level' is not a number, got null");
  }

  @Test
  void scalesWithoutNoise() {
    assertThat(Numbers.of(Numbers.scale(BigDecimal.valueOf(12), 1, 10)))
        .isEqualTo(new BigDecimal("1.2"));
  }
}
