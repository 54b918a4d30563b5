package org.waggle.zcl.cluster;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/**
 * Which values the specification allows, beyond those of the type.
 *
 * @param length of a string, exactly
 * @param minimumLength of a string
 * @param maximumLength of a string
 * @param minimum the least value
 * @param maximum the greatest value
 * @param exclusiveMinimum less than the least value
 * @param exclusiveMaximum greater than the greatest value
 * @param special values with a meaning of their own, allowed whatever the rest says
 */
public record Restrictions(
    OptionalInt length,
    OptionalInt minimumLength,
    OptionalInt maximumLength,
    Optional<Number> minimum,
    Optional<Number> maximum,
    Optional<Number> exclusiveMinimum,
    Optional<Number> exclusiveMaximum,
    Map<String, String> special) {

  /** Every value of the type. */
  public static final Restrictions NONE =
      new Restrictions(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  public Restrictions {
    special = Map.copyOf(special);
  }

  /**
   * Judges a value. The non-value of the type is absent, unless it is special, or is the minimum or
   * maximum: then the specification gives it a meaning here.
   */
  public Validity judge(ZclValue value) {
    if (special.containsKey(String.valueOf(value.value()))) {
      return Validity.VALID;
    }
    if (value.isAbsent()) {
      return isBound(value, minimum) || isBound(value, maximum) ? Validity.VALID : Validity.ABSENT;
    }
    return allowsNumber(value) && allowsLength(value) ? Validity.VALID : Validity.FORBIDDEN;
  }

  private static boolean isBound(ZclValue value, Optional<Number> bound) {
    return bound.isPresent() && numberEquals(bound.get(), value.value());
  }

  /** Whether both are numbers, and equal ones. */
  static boolean numberEquals(Object one, Object other) {
    return one instanceof Number
        && other instanceof Number
        && new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
  }

  private boolean allowsNumber(ZclValue value) {
    return value
        .decimal()
        .map(
            number ->
                (minimum.isEmpty() || compare(number, minimum.get()) >= 0)
                    && (maximum.isEmpty() || compare(number, maximum.get()) <= 0)
                    && (exclusiveMinimum.isEmpty() || compare(number, exclusiveMinimum.get()) > 0)
                    && (exclusiveMaximum.isEmpty() || compare(number, exclusiveMaximum.get()) < 0))
        .orElse(true);
  }

  private static int compare(BigDecimal number, Number bound) {
    return number.compareTo(new BigDecimal(bound.toString()));
  }

  private boolean allowsLength(ZclValue value) {
    if (value.octets().isEmpty()) {
      return true;
    }
    int actual =
        value.type() == ZclType.CHARACTER_STRING || value.type() == ZclType.LONG_CHARACTER_STRING
            ? value.octets().get().utf8().length()
            : value.octets().get().size();
    return actual == length.orElse(actual)
        && actual >= minimumLength.orElse(0)
        && actual <= maximumLength.orElse(Integer.MAX_VALUE);
  }
}
