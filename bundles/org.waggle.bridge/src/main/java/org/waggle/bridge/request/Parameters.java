package org.waggle.bridge.request;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.json.JsonValues;

/**
 * The payload of a request: a JSON object, or the one thing it is about. What is absent, and what
 * is null, are two things, as in JavaScript; texts of errors show it.
 */
record Parameters(Object payload) {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*([+-]?[0-9]{1,18}).*");

  /** Whether it is an object; an array is one without keys. */
  boolean isObject() {
    return payload instanceof Map || payload instanceof List;
  }

  boolean has(String key) {
    return object().containsKey(key);
  }

  @Nullable Object get(String key) {
    return object().get(key);
  }

  private Map<String, @Nullable Object> object() {
    return JsonValues.object(payload);
  }

  /** What a key says, where anything but nothing, zero and false means yes. */
  boolean isSet(String key) {
    return !JsonValues.isFalse(get(key));
  }

  /** Demands an object with some keys. */
  Parameters requiring(String... keys) {
    boolean complete = isObject();
    for (String key : keys) {
      complete &= has(key);
    }
    if (!complete) {
      throw new BridgeException("Invalid payload");
    }
    return this;
  }

  /** A value as a whole number, as far as its text begins with one; else NaN. */
  static Number wholeNumber(@Nullable Object value) {
    Matcher matcher = WHOLE_NUMBER.matcher(JsonValues.shown(value));
    return matcher.matches() ? (Number) Long.valueOf(matcher.group(1)) : (Number) Double.NaN;
  }
}
