package org.waggle.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as it is typed and shown. */
final class Json {

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /**
   * Reads an object. As it is typed by people, quotes may be left out around words.
   *
   * @throws CommandException if it is something else
   */
  static Map<String, @Nullable Object> object(String text) {
    try {
      if (JsonParser.parseString(text) instanceof JsonObject object) {
        return map(object);
      }
    } catch (JsonParseException | NumberFormatException e) {
      throw new CommandException("This is not JSON in single quotes: " + text);
    }
    throw new CommandException("This is not a JSON object such as {\"state\":\"ON\"}: " + text);
  }

  /** A JSON value in one line; a text as it is. */
  static String text(@Nullable Object value) {
    return value instanceof String text ? text : GSON.toJson(value);
  }

  private static Map<String, @Nullable Object> map(JsonObject object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    object.entrySet().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
    return map;
  }

  private static List<@Nullable Object> list(JsonArray array) {
    List<@Nullable Object> list = new ArrayList<>();
    array.forEach(element -> list.add(value(element)));
    return list;
  }

  private static @Nullable Object value(JsonElement element) {
    if (element instanceof JsonObject object) {
      return map(object);
    }
    if (element instanceof JsonArray array) {
      return list(array);
    }
    if (element instanceof JsonPrimitive primitive) {
      return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : scalar(primitive);
    }
    return null;
  }

  private static Object scalar(JsonPrimitive primitive) {
    return primitive.isNumber() ? number(primitive.getAsBigDecimal()) : primitive.getAsString();
  }

  /** Integers as such: {@code 1e2} and {@code 100.0} are 100 for whoever takes the value. */
  private static Number number(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() > 0 || stripped.precision() - stripped.scale() > 18) {
      return number;
    }
    long whole = stripped.longValueExact();
    return whole == (int) whole ? (Number) (int) whole : (Number) whole;
  }
}
