package org.waggle.bridge.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonValues;

/** Reads the payload of a command. */
final class CommandPayload {

  /** What may be sent bare, in place of an object with {@code state}. */
  private static final Set<String> STATES =
      Set.of("on", "off", "toggle", "open", "close", "stop", "lock", "unlock");

  private CommandPayload() {}

  /** Thrown for a payload that names no attributes; the message shows what it was. */
  static final class Invalid extends Exception {

    private static final long serialVersionUID = 1L;

    private Invalid(String shown) {
      super(shown);
    }
  }

  /** Attributes and their values. */
  static Map<String, @Nullable Object> parse(Optional<String> attribute, String text)
      throws Invalid {
    if (attribute.isPresent()) {
      Map<String, @Nullable Object> single = new LinkedHashMap<>();
      single.put(attribute.get(), JsonParser.parseOrText(text));
      return single;
    }
    try {
      return entries(JsonParser.parse(text));
    } catch (JsonParser.NotJson e) {
      if (STATES.contains(text.toLowerCase(Locale.ROOT))) {
        return Map.of("state", text);
      }
      throw new Invalid("undefined");
    }
  }

  /** The entries of any JSON value, as JavaScript would enumerate them. */
  private static Map<String, @Nullable Object> entries(@Nullable Object value) throws Invalid {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    if (value instanceof Map) {
      entries.putAll(JsonValues.object(value));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> entries.put(Integer.toString(entries.size()), element));
    } else if (JsonValues.isFalse(value)) {
      throw new Invalid(JsonValues.shown(value));
    } else if (value instanceof String text) {
      text.chars()
          .forEach(c -> entries.put(Integer.toString(entries.size()), String.valueOf((char) c)));
    }
    return entries;
  }
}
