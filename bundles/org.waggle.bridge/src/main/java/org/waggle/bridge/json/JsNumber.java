package org.waggle.bridge.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as JavaScript writes them (ECMA-262, Number::toString): {@code 1e+21}, never 1.0. */
final class JsNumber {

  private static final long LARGEST_EXACT = 1L << 53;

  /** Decimals of so few digits are told apart by a double: they are their own shortest form. */
  private static final int ALWAYS_EXACT_DIGITS = 15;

  private static final int ENOUGH_DIGITS = 17;

  /** With so many, neither Java nor JavaScript writes an exponent. */
  private static final int MOST_PLAIN_DECIMALS = 6;

  private static final List<RoundingMode> NEAREST_FIRST =
      List.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);

  private JsNumber() {}

  static String format(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      long whole = number.longValue();
      if (Math.abs(whole) <= LARGEST_EXACT) {
        return Long.toString(whole);
      }
    }
    if (number instanceof BigDecimal decimal && isAsJavaWritesIt(decimal)) {
      return decimal.toString();
    }
    if (number instanceof BigDecimal decimal && decimal.precision() <= ALWAYS_EXACT_DIGITS) {
      double real = decimal.doubleValue();
      if (Math.abs(real) >= Double.MIN_NORMAL && !Double.isInfinite(real)) {
        return decimal(decimal);
      }
    }
    double real = number.doubleValue();
    if (!Double.isFinite(real)) {
      return "null";
    }
    return real == 0 ? "0" : decimal(shortest(real));
  }

  /** Measured values are: the text is remembered by the decimal. */
  private static boolean isAsJavaWritesIt(BigDecimal decimal) {
    int decimals = decimal.scale();
    return decimals >= 0
        && decimals <= MOST_PLAIN_DECIMALS
        && decimal.precision() <= ALWAYS_EXACT_DIGITS
        && (decimals == 0 || !decimal.toString().endsWith("0"));
  }

  /** The decimal of the fewest digits that a double is read from, and of those the nearest. */
  private static BigDecimal shortest(double real) {
    BigDecimal exact = new BigDecimal(real);
    int fewest = Math.abs(real) < Double.MIN_NORMAL ? 1 : ALWAYS_EXACT_DIGITS;
    for (int digits = fewest; digits < ENOUGH_DIGITS; digits++) {
      for (RoundingMode mode : NEAREST_FIRST) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == real) {
          return rounded;
        }
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String decimal(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    if (bare.signum() == 0) {
      return "0";
    }
    String sign = bare.signum() < 0 ? "-" : "";
    String digits = bare.unscaledValue().abs().toString();
    int point = digits.length() - bare.scale();
    if (point > 21 || point <= -6) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      int exponent = point - 1;
      return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
    if (point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return sign + digits + "0".repeat(point - digits.length());
    }
    return sign + digits.substring(0, point) + "." + digits.substring(point);
  }
}
