package org.waggle.device.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of state: {@code Integer} or {@code Long} where they are whole, else an exact {@code
 * BigDecimal} without trailing zeros. Rounded as JavaScript rounds, so that clients of Zigbee2MQTT
 * see no difference.
 */
public final class Numbers {

  /** Beyond that, doubles have no fractions. */
  private static final double LARGEST_SCALED = 1L << 53;

  private Numbers() {}

  /** A number in the form state has it. */
  public static Number of(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > 0) {
      return plain;
    }
    return plain.precision() - plain.scale() > 18 ? plain : of(plain.longValueExact());
  }

  /** A whole number in the form state has it. */
  public static Number of(long number) {
    return (int) number == number ? (Number) (int) number : (Number) number;
  }

  /** A finite number in the form state has it. */
  public static Number of(double number) {
    return of(BigDecimal.valueOf(number));
  }

  /**
   * Rounds as {@code Math.round(number * 10 ** decimals) / 10 ** decimals} does in JavaScript:
   * halves towards positive infinity, and on the number as a double.
   */
  public static Number round(double number, int decimals) {
    double scaled = number * Math.pow(10, decimals);
    if (!(Math.abs(scaled) < LARGEST_SCALED)) {
      return of(number);
    }
    return of(BigDecimal.valueOf(Math.round(scaled), decimals));
  }

  /** As {@link #round(double, int)}. */
  public static Number round(Number number, int decimals) {
    return round(number.doubleValue(), decimals);
  }

  /** {@code value * multiplier / divisor}, exact where it ends within 16 digits. */
  public static BigDecimal scale(BigDecimal value, long multiplier, long divisor) {
    return value
        .multiply(BigDecimal.valueOf(multiplier))
        .divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64);
  }

  /** Maps a range to another linearly, and rounds to a whole number. */
  public static long map(double value, double from, double to, double newFrom, double newTo) {
    return Math.round(newFrom + (value - from) * (newTo - newFrom) / (to - from));
  }

  /** A JSON value as an exact number, if it is one. */
  public static Optional<BigDecimal> exact(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return Optional.of(decimal);
    }
    if (value instanceof Double || value instanceof Float) {
      double real = ((Number) value).doubleValue();
      return Double.isFinite(real) ? Optional.of(BigDecimal.valueOf(real)) : Optional.empty();
    }
    return value instanceof Number number
        ? Optional.of(BigDecimal.valueOf(number.longValue()))
        : Optional.empty();
  }

  /** A JSON value as a number, if it is one or text that reads as one. */
  public static Optional<BigDecimal> parse(@Nullable Object value) {
    if (value instanceof String text) {
      try {
        return text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.trim()));
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }
    return exact(value);
  }

  /**
   * A JSON value as a number.
   *
   * @param what it is, for the message
   * @throws DeviceException if it is none
   */
  public static BigDecimal require(@Nullable Object value, String what) {
    return parse(value)
        .orElseThrow(() -> new DeviceException("'" + what + "' is not a number, got " + value));
  }

  /** The whole part, towards zero. */
  public static long whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.DOWN).longValue();
  }
}
