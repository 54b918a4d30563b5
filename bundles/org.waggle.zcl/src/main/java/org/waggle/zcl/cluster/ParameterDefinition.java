package org.waggle.zcl.cluster;

import java.util.List;
import org.waggle.zcl.ZclValue;

/**
 * A parameter of a command.
 *
 * @param name as Zigbee2MQTT publishes it
 * @param conditions all of which have to hold for the parameter to be present
 */
public record ParameterDefinition(
    String name, ParameterType type, List<Condition> conditions, Restrictions restrictions) {

  public ParameterDefinition {
    conditions = List.copyOf(conditions);
  }

  /** A parameter that is always present. */
  public static ParameterDefinition of(String name, ParameterType type) {
    return new ParameterDefinition(name, type, List.of(), Restrictions.NONE);
  }

  /**
   * Judges a value as {@link CommandDefinition#decode} gives it, as {@link Restrictions#judge};
   * those of special types are valid.
   */
  public Validity judge(Object value) {
    return type instanceof ParameterType.Plain plain
        ? restrictions.judge(new ZclValue(plain.type(), value))
        : Validity.VALID;
  }

  /** Whether a sender may leave it out, together with what follows it. */
  boolean isOptional() {
    return conditions.stream().anyMatch(Condition.MinimumRemaining.class::isInstance);
  }
}
