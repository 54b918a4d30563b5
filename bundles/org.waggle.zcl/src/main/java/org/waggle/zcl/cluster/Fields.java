package org.waggle.zcl.cluster;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.ZclType;

/** What the codec of a parameter may know of the others. */
record Fields(Map<String, Object> values, @Nullable ParameterDefinition previous) {

  private static final ParameterType UINT8 = ParameterType.of(ZclType.UINT8);
  private static final ParameterType UINT16 = ParameterType.of(ZclType.UINT16);
  private static final ParameterType UINT32 = ParameterType.of(ZclType.UINT32);

  int number(String parameter) {
    return values.get(parameter) instanceof Number number ? number.intValue() : 0;
  }

  /** How many elements the parameter ahead announces; empty if it is no count. */
  OptionalInt count() {
    if (previous == null
        || !(previous.type().equals(UINT8)
            || previous.type().equals(UINT16)
            || previous.type().equals(UINT32))
        || !(values.get(previous.name()) instanceof Long count)) {
      return OptionalInt.empty();
    }
    // The non-value announces none.
    boolean none = count == (previous.type().equals(UINT8) ? 0xFF : 0xFFFF);
    return OptionalInt.of(none ? 0 : (int) Math.min(count, Integer.MAX_VALUE));
  }
}
