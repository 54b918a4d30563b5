package org.waggle.zcl.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
}
