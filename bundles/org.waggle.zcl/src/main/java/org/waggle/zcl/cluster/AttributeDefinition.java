package org.waggle.zcl.cluster;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/**
 * An attribute of a cluster.
 *
 * @param id 0..0xFFFF
 * @param name as Zigbee2MQTT publishes it
 * @param manufacturerCode 0..0xFFFF, of an attribute that a manufacturer added
 * @param defaultValue a {@link Number} or a {@link String}
 */
public record AttributeDefinition(
    int id,
    String name,
    ZclType type,
    OptionalInt manufacturerCode,
    Set<AttributeFlag> flags,
    Optional<Object> defaultValue,
    Restrictions restrictions) {

  public AttributeDefinition {
    flags = Set.copyOf(flags);
  }

  /** An attribute of which no more than that is known. */
  public static AttributeDefinition of(int id, String name, ZclType type) {
    return new AttributeDefinition(
        id, name, type, OptionalInt.empty(), Set.of(), Optional.empty(), Restrictions.NONE);
  }

  /** An attribute that a manufacturer added. */
  public static AttributeDefinition of(int id, String name, ZclType type, int manufacturerCode) {
    return new AttributeDefinition(
        id,
        name,
        type,
        OptionalInt.of(manufacturerCode),
        Set.of(),
        Optional.empty(),
        Restrictions.NONE);
  }

  /** Judges a value a device sent, as {@link Restrictions#judge}; the default is always valid. */
  public Validity judge(ZclValue value) {
    return defaultValue.isPresent() && Restrictions.numberEquals(defaultValue.get(), value.value())
        ? Validity.VALID
        : restrictions.judge(value);
  }

  public boolean has(AttributeFlag flag) {
    return flags.contains(flag);
  }
}
