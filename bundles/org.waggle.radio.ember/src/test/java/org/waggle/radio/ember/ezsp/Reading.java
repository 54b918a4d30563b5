package org.waggle.radio.ember.ezsp;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Writes out a value whole, keys too, for a table to hold. */
final class Reading {

  private Reading() {}

  static String of(Object value) {
    if (value instanceof EzspStatus status) {
      return status.toString();
    }
    if (value instanceof EmberKey key) {
      return key.octets().toString();
    }
    if (value instanceof Octets octets) {
      return octets.isEmpty() ? "none" : octets.toString();
    }
    if (value instanceof IeeeAddress address) {
      return address.toString();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Reading::of).orElse("none");
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Reading::of).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof Record composite) {
      return Arrays.stream(value.getClass().getRecordComponents())
          .map(component -> component.getName() + "=" + of(component(component, composite)))
          .collect(Collectors.joining(" ", value.getClass().getSimpleName() + "(", ")"));
    }
    if (value instanceof Number number && number.longValue() > 0xFF) {
      return "0x%X".formatted(number.longValue());
    }
    return value.toString();
  }

  private static Object component(RecordComponent component, Record composite) {
    try {
      return component.getAccessor().invoke(composite);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
