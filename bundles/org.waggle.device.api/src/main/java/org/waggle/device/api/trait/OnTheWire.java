package org.waggle.device.api.trait;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.waggle.zcl.ZclValue;

/** Numbers as they were sent: some attributes give a type's non-value a meaning. */
final class OnTheWire {

  private OnTheWire() {}

  /** The number, non-value or not. */
  static Optional<BigDecimal> number(ZclValue value) {
    return value.value() instanceof Long number
        ? Optional.of(BigDecimal.valueOf(number))
        : value.decimal();
  }

  /** The integer, non-value or not. */
  static OptionalLong integer(ZclValue value) {
    return value.value() instanceof Long number ? OptionalLong.of(number) : value.integer();
  }
}
