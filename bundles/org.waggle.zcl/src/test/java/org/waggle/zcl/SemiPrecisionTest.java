package org.waggle.zcl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemiPrecisionTest {

  /** IEEE 754-2008 binary16, the examples of its Wikipedia article. */
  @ParameterizedTest
  @CsvSource({
    "0x0001, 5.960464477539063E-8",
    "0x03FF, 6.097555160522461E-5",
    "0x0400, 6.103515625E-5",
    "0x3555, 0.333251953125",
    "0x3BFF, 0.99951171875",
    "0x3C00, 1.0",
    "0x3C01, 1.0009765625",
    "0x7BFF, 65504.0",
    "0x7C00, Infinity",
    "0x8000, -0.0",
    "0xC000, -2.0",
    "0xFC00, -Infinity"
  })
  void agreesWithTheStandard(String bits, double value) {
    assertThat(SemiPrecision.toDouble(Integer.decode(bits))).isEqualTo(value);
    assertThat(SemiPrecision.ofDouble(value)).isEqualTo(Integer.decode(bits));
  }

  @Test
  void keepsEveryNumber() {
    for (int bits = 0; bits <= 0xFFFF; bits++) {
      double value = SemiPrecision.toDouble(bits);
      if (!Double.isNaN(value)) {
        assertThat(SemiPrecision.ofDouble(value)).isEqualTo(bits);
      }
    }
  }

  @Test
  void roundsToTheNearest() {
    assertThat(SemiPrecision.ofDouble(1.00048828125)).isEqualTo(0x3C00); // tie to even
    assertThat(SemiPrecision.ofDouble(1.0005)).isEqualTo(0x3C01);
    assertThat(SemiPrecision.ofDouble(0.9999)).isEqualTo(0x3C00); // carries
    assertThat(SemiPrecision.ofDouble(65520)).isEqualTo(0x7C00);
    assertThat(SemiPrecision.ofDouble(1e300)).isEqualTo(0x7C00);
    assertThat(SemiPrecision.ofDouble(Double.NaN)).isEqualTo(0x7E00);
  }
}
