package org.waggle.zcl.cluster;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Collects restrictions, whose keys lie among others. */
final class RestrictionsJson {

  private boolean any;
  private OptionalInt length = OptionalInt.empty();
  private OptionalInt minimumLength = OptionalInt.empty();
  private OptionalInt maximumLength = OptionalInt.empty();
  private Optional<Number> minimum = Optional.empty();
  private Optional<Number> maximum = Optional.empty();
  private Optional<Number> exclusiveMinimum = Optional.empty();
  private Optional<Number> exclusiveMaximum = Optional.empty();
  private final Map<String, String> special = new TreeMap<>();

  /** Takes the value if {@code key} is one of a restriction. */
  boolean read(String key, JsonReader json) throws IOException {
    switch (key) {
      case "length" -> length = OptionalInt.of(json.nextInt());
      case "minLen" -> minimumLength = OptionalInt.of(json.nextInt());
      case "maxLen" -> maximumLength = OptionalInt.of(json.nextInt());
      case "min" -> minimum = Optional.of(number(json));
      case "max" -> maximum = Optional.of(number(json));
      case "minExcl" -> exclusiveMinimum = Optional.of(number(json));
      case "maxExcl" -> exclusiveMaximum = Optional.of(number(json));
      case "special" -> {
        json.beginObject();
        while (json.hasNext()) {
          special.put(json.nextName(), json.nextString());
        }
        json.endObject();
      }
      default -> {
        return false;
      }
    }
    any = true;
    return true;
  }

  Restrictions build() {
    if (!any) {
      return Restrictions.NONE;
    }
    return new Restrictions(
        length,
        minimumLength,
        maximumLength,
        minimum,
        maximum,
        exclusiveMinimum,
        exclusiveMaximum,
        special);
  }

  /** An integer as {@link Long}, so that equal numbers are equal objects. */
  static Number number(JsonReader json) throws IOException {
    BigDecimal number = new BigDecimal(json.nextString());
    try {
      return number.longValueExact();
    } catch (ArithmeticException notALong) {
      return number;
    }
  }
}
