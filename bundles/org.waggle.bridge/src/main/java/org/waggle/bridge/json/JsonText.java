package org.waggle.bridge.json;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON without white space: keys sorted by UTF-16 code units at every level, or in the order
 * of the map. Numbers are written as JavaScript does; what is no finite number is {@code null}, a
 * {@code BigInteger} is a string.
 */
public final class JsonText {

  private final StringBuilder out = new StringBuilder(256);
  private final boolean sorted;

  private JsonText(boolean sorted) {
    this.sorted = sorted;
  }

  /** The usual form of messages: keys sorted. */
  public static String sorted(@Nullable Object value) {
    JsonText text = new JsonText(true);
    text.value(value);
    return text.out.toString();
  }

  /** Keys in the order of the map. */
  public static String inOrder(@Nullable Object value) {
    JsonText text = new JsonText(false);
    text.value(value);
    return text.out.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof String string) {
      string(string);
    } else if (value instanceof BigInteger big) {
      string(big.toString());
    } else if (value instanceof Number number) {
      out.append(JsNumber.format(number));
    } else if (value instanceof Boolean || value == null) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> elements) {
      array(elements);
    } else {
      throw new IllegalArgumentException("no JSON value: " + value.getClass());
    }
  }

  private void array(Iterable<?> elements) {
    char separator = '[';
    for (Object element : elements) {
      out.append(separator);
      value(element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private void object(Map<?, ?> map) {
    char separator = '{';
    for (Map.Entry<?, ?> entry : entries(map)) {
      out.append(separator);
      string((String) entry.getKey());
      out.append(':');
      value(entry.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private Iterable<? extends Map.Entry<?, ?>> entries(Map<?, ?> map) {
    boolean asTheyAre =
        !sorted
            || map.size() < 2
            || (map instanceof SortedMap<?, ?> ordered && ordered.comparator() == null);
    return asTheyAre ? map.entrySet() : new TreeMap<>(map).entrySet();
  }

  private void string(String string) {
    out.append('"');
    int written = 0;
    int length = string.length();
    for (int i = 0; i < length; i++) {
      char c = string.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(string, written, i);
      escape(c);
      written = i + 1;
    }
    out.append(string, written, length).append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(String.format("\\u%04x", (int) c));
    }
  }
}
