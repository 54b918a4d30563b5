package org.waggle.zcl.cluster;

import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** What the codec of a parameter may know of the others. */
record Fields(Map<String, Object> values, @Nullable ParameterDefinition previous) {

  private static final Set<ZclType> COUNTS =
      EnumSet.of(ZclType.UINT8, ZclType.UINT16, ZclType.UINT32);

  int number(String parameter) {
    return values.get(parameter) instanceof Number number ? number.intValue() : 0;
  }

  /** How many elements the parameter ahead announces; empty if it is no count. */
  OptionalInt count() {
    if (previous == null
        || !(previous.type() instanceof ParameterType.Plain plain)
        || !COUNTS.contains(plain.type())
        || !(values.get(previous.name()) instanceof Long count)) {
      return OptionalInt.empty();
    }
    boolean none = new ZclValue(plain.type(), count).isAbsent();
    return OptionalInt.of(none ? 0 : (int) Math.min(count, Integer.MAX_VALUE));
  }
}
