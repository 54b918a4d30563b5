package org.waggle.bridge.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done with JSON values: merged, cleaned, and shown as JavaScript shows them. */
public final class JsonValues {

  private JsonValues() {}

  /**
   * A map with the entries of both. Where both have an object it is merged likewise; anything else,
   * arrays too, is that of {@code update}. Neither is changed.
   */
  public static Map<String, @Nullable Object> merge(
      Map<String, ? extends @Nullable Object> base,
      Map<String, ? extends @Nullable Object> update) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(base);
    mergeInto(merged, update);
    return merged;
  }

  /** As {@link #merge}, but into a map that is changed. */
  public static void mergeInto(
      Map<String, @Nullable Object> merged, Map<String, ? extends @Nullable Object> update) {
    update.forEach(
        (key, value) ->
            merged.put(
                key,
                value instanceof Map && merged.get(key) instanceof Map
                    ? merge(object(merged.get(key)), object(value))
                    : value));
  }

  /**
   * A copy without the keys whose value is null, at every level.
   *
   * @param kept keys that may be null, and are left as they are
   */
  public static Map<String, @Nullable Object> withoutNulls(
      Map<String, ? extends @Nullable Object> map, Collection<String> kept) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (kept.contains(key)) {
            result.put(key, value);
          } else if (value instanceof Map) {
            result.put(key, withoutNulls(object(value), kept));
          } else if (value != null) {
            result.put(key, value);
          }
        });
    return result;
  }

  /** A JSON object as a map; anything else as an empty one. */
  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map ? (Map<String, @Nullable Object>) value : Map.of();
  }

  /** What a JavaScript template makes of a value: objects are {@code [object Object]}. */
  public static String shown(@Nullable Object value) {
    if (value instanceof Map) {
      return "[object Object]";
    }
    if (value instanceof List<?> list) {
      return String.join(
          ",", list.stream().map(element -> element == null ? "" : shown(element)).toList());
    }
    return value instanceof Number ? JsonText.sorted(value) : String.valueOf(value);
  }

  /** Whether JavaScript takes a value for no: null, false, 0 and empty text. */
  public static boolean isFalse(@Nullable Object value) {
    return value == null
        || value.equals(false)
        || value.equals("")
        || (value instanceof Number number && number.doubleValue() == 0);
  }

  /** What JavaScript calls the type of a value. */
  public static String typeOf(@Nullable Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Number) {
      return "number";
    }
    return value instanceof Boolean ? "boolean" : "object";
  }
}
