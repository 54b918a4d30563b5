package org.waggle.device.api.trait;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.waggle.device.api.Numbers;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.Restrictions;

/** What the specification allows as a value of an attribute. */
final class Bounds {

  private Bounds() {}

  /** A non-value is allowed where it is the default, special, or the bound. */
  static boolean allow(AttributeDefinition attribute, ZclValue value) {
    Restrictions restrictions = attribute.restrictions();
    Optional<BigDecimal> number = number(value);
    if (number.isEmpty()) {
      return !value.isAbsent() && lengthFits(restrictions, value);
    }
    if (is(attribute.defaultValue(), number.get())
        || restrictions.special().containsKey(number.get().toPlainString())) {
      return true;
    }
    if (value.isAbsent()) {
      return is(restrictions.minimum(), number.get()) || is(restrictions.maximum(), number.get());
    }
    return fits(restrictions, number.get());
  }

  private static boolean fits(Restrictions restrictions, BigDecimal number) {
    return !breaks(restrictions.minimum(), bound -> number.compareTo(bound) < 0)
        && !breaks(restrictions.maximum(), bound -> number.compareTo(bound) > 0)
        && !breaks(restrictions.exclusiveMinimum(), bound -> number.compareTo(bound) <= 0)
        && !breaks(restrictions.exclusiveMaximum(), bound -> number.compareTo(bound) >= 0);
  }

  private static boolean breaks(Optional<Number> bound, Predicate<BigDecimal> outside) {
    return bound.flatMap(Numbers::exact).filter(outside).isPresent();
  }

  private static boolean lengthFits(Restrictions restrictions, ZclValue value) {
    int length = value.octets().map(Octets::size).orElse(-1);
    return length < 0
        || (restrictions.length().orElse(length) == length
            && restrictions.minimumLength().orElse(length) <= length
            && restrictions.maximumLength().orElse(length) >= length);
  }

  private static boolean is(Optional<? extends Object> bound, BigDecimal number) {
    return bound.flatMap(Numbers::exact).filter(limit -> limit.compareTo(number) == 0).isPresent();
  }

  /** The number on the wire, non-value or not. */
  static Optional<BigDecimal> number(ZclValue value) {
    return value.value() instanceof Long number
        ? Optional.of(BigDecimal.valueOf(number))
        : value.decimal();
  }

  /** The integer on the wire, non-value or not. */
  static OptionalLong integer(ZclValue value) {
    return value.value() instanceof Long number ? OptionalLong.of(number) : value.integer();
  }
}
